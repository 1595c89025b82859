/** The architecture as rules: each room may import only from the rooms named beside it. */
const rooms = {
  facts: [],
  manifest: ['facts'],
  workloads: ['manifest', 'facts'],
  review: ['manifest', 'facts'],
  checks: ['manifest', 'facts'],
  app: ['checks', 'manifest', 'facts'],
  kubekey: ['app', 'manifest', 'facts'],
  testing: ['app', 'checks', 'review', 'manifest', 'facts'],
  cli: ['kubekey', 'app', 'checks', 'review', 'workloads', 'manifest', 'facts', 'testing'],
};

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    ...Object.entries(rooms).map(([room, may]) => ({
      name: `${room}-imports-only-${may.join('-') || 'nothing-of-ours'}`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: `^src/(errors\\.ts|(${[room, ...may].join('|')})/)` },
    })),
    {
      name: 'cdk8s-plus-is-loaded-only-by-its-users',
      comment:
        'cdk8s-plus-28 is 9.5 MB; only its types may be named, and a lazy require where used.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: 'cdk8s-plus-28', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'index-is-a-leaf',
      severity: 'error',
      from: { path: '^src/.+/' },
      to: { path: '^src/index\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'types'],
    },
  },
};
