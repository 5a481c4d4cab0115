// A Chromium for browser tests: the machine's own when there is one, else the one that npm brings (@sparticuz/chromium), unpacked once.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const MACHINE_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const CACHE = path.resolve(import.meta.dirname, '../../node_modules/.cache/chromium');
/** The package's own file names folders of AWS Lambda; ours stands beside the fonts. */
const FONTS =
  '<?xml version="1.0"?><fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>';

/**
 * Opens a headless Chromium; the caller closes it. `CHROMIUM_PATH` names one to use before all others.
 * Throws the launch error of Playwright when the browser cannot start.
 */
export async function openBrowser(): Promise<Browser> {
  const own = [process.env['CHROMIUM_PATH'], ...MACHINE_BROWSERS].find((file) => file !== undefined && existsSync(file));
  const args = ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'];
  if (own !== undefined) return chromium.launch({ executablePath: own, args });
  const folder = await unpacked();
  return chromium.launch({
    executablePath: path.join(folder, 'chromium'),
    args: [...args, '--no-zygote', '--disable-gpu'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'),
      FONTCONFIG_PATH: path.join(folder, 'fonts'),
    },
  });
}

/** The folder of the unpacked npm Chromium. Unpacks aside and renames, so that two test runs never see half a browser. */
async function unpacked(): Promise<string> {
  const bin = path.join(path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin');
  const { version } = JSON.parse(await readFile(path.join(bin, '..', 'package.json'), 'utf8')) as { version: string };
  const folder = path.join(CACHE, version);
  if (existsSync(folder)) return folder;
  await mkdir(CACHE, { recursive: true });
  const aside = await mkdtemp(path.join(CACHE, 'unpacking-'));
  await inflateInto(aside, bin);
  try {
    await rename(aside, folder);
  } catch {
    // Another run was faster; its copy is whole, because it was renamed as well.
    await rm(aside, { recursive: true, force: true });
  }
  return folder;
}

/** The package unpacks under the temporary folder, wherever TMPDIR points at that moment. */
async function inflateInto(folder: string, bin: string): Promise<void> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    const { inflate } = await import('@sparticuz/chromium');
    await Promise.all(['chromium.br', 'fonts.tar.br', 'al2023.tar.br'].map((file) => inflate(path.join(bin, file))));
    await writeFile(path.join(folder, 'fonts', 'fonts.conf'), FONTS);
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
