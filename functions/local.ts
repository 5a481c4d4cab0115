// The whole system on one machine (`npm start`): store, API, identity and web on one loopback port, until Ctrl-C.

/** Fails with one sentence and no stack: whoever reads it is no programmer. */
function give(error: unknown): never {
  const text = error instanceof Error ? error.message : String(error);
  const missing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
  const known = error instanceof Error && error.name === 'StartFailureError';
  console.error(
    known
      ? text
      : missing
        ? `Thiếu một phần của bộ thư viện: hãy chạy npm ci rồi npm start (${text.split('\n')[0]}).`
        : `Tinh Gọn không chạy được: ${text}`,
  );
  process.exit(1);
}

process.on('unhandledRejection', give);
process.on('uncaughtException', give);

try {
  // Loaded here, not at the top: a library that is missing is then told in a sentence as well.
  const { run } = await import('./local/run.ts');
  await run(process.env, give);
} catch (error) {
  give(error);
}
