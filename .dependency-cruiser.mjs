// The arrow of the architecture, where a machine reads it: procedures ← functions ← {web, infra}.
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: [from, ...allowed] },
});

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    // `aws-lambda` is types alone.
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^\\$app/', '^\\./\\$types$', '^aws-lambda$'] },
    },
    only('core-is-pure', '^procedures/', ['^node_modules/zod/'], 'The core imports zod and itself: no clock, no randomness, no I/O.'),
    only(
      'store-imports',
      '^functions/store/',
      ['^procedures/', '^node_modules/(@aws-sdk|@smithy|zod)/'],
      'The store knows the core and the AWS SDK.',
    ),
    only(
      'documents-imports',
      '^functions/documents/',
      ['^procedures/', '^node_modules/(docx|write-excel-file|fflate)/'],
      'The papers know the core and the writers.',
    ),
    {
      name: 'http-imports',
      comment: 'HTTP knows the core, and of the rooms beside it only types and errors.',
      severity: 'error',
      from: { path: '^functions/http/' },
      to: { path: '^functions/(?!http/|settings\\.ts|store/errors\\.ts)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-reaches-only-the-client',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^functions/(?!http/client\\.ts)' },
    },
    { name: 'web-never-infra', severity: 'error', from: { path: '^web/' }, to: { path: '^(infra|test)/' } },
    {
      name: 'infra-imports',
      severity: 'error',
      from: { path: '^infra/' },
      to: { path: '^(web|test|procedures)/|^functions/(?!store/table\\.ts)' },
    },
    { name: 'functions-never-web', severity: 'error', from: { path: '^functions/' }, to: { path: '^(web|infra|test)/' } },
    { name: 'nothing-imports-tests', severity: 'error', from: { pathNot: '^test/' }, to: { path: '^test/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['web/build', '\\.svelte-kit', 'cdk\\.out'] },
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'svelte', 'browser', 'default', 'types'],
      extensions: ['.ts', '.svelte', '.js', '.mjs', '.json'],
    },
  },
};
