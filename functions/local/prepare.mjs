// Before `npm start`: installs what is missing and builds the web app when its sources changed. Plain JavaScript for whatever Node there is.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Folders and files that the web app is built from. */
const SOURCES = ['web/src', 'web/static', 'web/vite.config.ts', 'procedures', 'functions/http/client.ts', 'package-lock.json'];
/** Folders inside them whose content the server reads when it starts; no build contains it. */
const NO_SOURCE = new Set(['node_modules', 'definitions']);
const OLDEST_NODE = 20;

/** Newest change of a file, or of anything in a folder, in milliseconds; 0 when it is not there. */
function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  const inside = readdirSync(path).filter((name) => !NO_SOURCE.has(name));
  return Math.max(stat.mtimeMs, ...inside.map((name) => newest(join(path, name))));
}

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** The Node that runs the system; it comes as an npm package whose install script fetches it. */
const bundledNode = (root) => join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Whether `npm ci` has to run: nothing installed, other versions than the lock file names, or a package's folder gone. */
export function needsInstall(root) {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed) || !existsSync(bundledNode(root))) return true;
  const present = packagesOf(installed);
  const wanted = Object.entries(packagesOf(join(root, 'package-lock.json'))).filter(([path]) => path !== '');
  // Optional packages are those of other platforms; a missing one of ours is met where it is used.
  return wanted.some(([path, { version, optional }]) =>
    present[path] ? present[path].version !== version || !existsSync(join(root, path, 'package.json')) : !optional,
  );
}

/** Whether the web app has to be built: never built, or a source is younger than the build. */
export function needsBuild(root) {
  const built = newest(join(root, 'web', 'build', 'index.html'));
  return built === 0 || SOURCES.some((source) => newest(join(root, source)) > built);
}

/** Runs `npm <words>` quietly; on failure prints what it said and ends with one sentence. */
function npm(root, words, failure) {
  // npm tells its scripts where it is; run by that path it needs no shell, on Windows neither.
  const script = process.env.npm_execpath;
  const [program, before, shell] = script ? [process.execPath, [script], false] : ['npm', [], process.platform === 'win32'];
  const done = spawnSync(program, [...before, ...words], { cwd: root, encoding: 'utf8', shell });
  if (done.status === 0) return;
  stop(`${done.stdout ?? ''}${done.stderr ?? ''}${failure}`);
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function prepare(root) {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    stop(`Tinh Gọn cần Node ${OLDEST_NODE} trở lên; máy này có Node ${process.versions.node}.`);
  }
  if (needsInstall(root)) {
    console.log('Đang cài các thư viện cần thiết (chỉ lần đầu, vài phút)…');
    npm(
      root,
      ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
      'Không cài được thư viện: hãy kiểm tra kết nối mạng rồi chạy lại npm start.',
    );
  }
  if (!existsSync(bundledNode(root))) {
    stop('Thiếu Node 24 đi kèm (gói node): hãy cho phép npm chạy tập lệnh cài đặt (bỏ ignore-scripts) rồi chạy lại npm ci.');
  }
  if (needsBuild(root)) {
    console.log('Đang dựng giao diện web…');
    npm(root, ['run', '-s', 'build'], 'Không dựng được giao diện web; lý do ở các dòng trên.');
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  prepare(join(dirname(fileURLToPath(import.meta.url)), '..', '..'));
