/** Imports point one way: gateway → subgraphs/*\/index → graph → commands → rules and model → kit. */
const pureParts =
  '^subgraphs/(kit/(terms/(calendar|terms|ages|periods)|countries|lifecycle)/?|kit/statistics/(facts|walk)|kit/(notices/(kinds|words)|viewer/roles|email|iin)|([^/]+)/rules)';

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'What imports each other is one thing and belongs in one file.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'subgraphs-apart',
      comment: 'A subgraph asks another one over the transport, as the gateway does.',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/', pathNot: '^subgraphs/kit/' },
      to: { path: '^subgraphs/[^/]+/', pathNot: ['^subgraphs/$1/', '^subgraphs/kit/'] },
    },
    {
      name: 'kit-stands-alone',
      comment: 'The kit knows no subgraph.',
      severity: 'error',
      from: { path: '^subgraphs/kit/' },
      to: { path: '^(subgraphs/(?!kit/)|gateway/|installation/)' },
    },
    {
      name: 'subgraphs-know-no-gateway',
      severity: 'error',
      from: { path: '^subgraphs/' },
      to: { path: '^(gateway|installation|schema)/' },
    },
    {
      name: 'gateway-knows-the-kit-only',
      comment: 'The gateway serves any supergraph: it knows what the kit gives everybody, and no subgraph.',
      severity: 'error',
      from: { path: '^gateway/' },
      to: { path: '^(subgraphs/(?!kit/)|installation/)' },
    },
    {
      name: 'rules-are-pure',
      comment: 'What the orders say is data in, outcome or refusal out.',
      severity: 'error',
      from: { path: '^subgraphs/[^/]+/rules/' },
      to: { pathNot: [pureParts, '^node_modules/mrz/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'commands-know-no-graph',
      comment: 'A command takes what the input holds, not how the graph spells it.',
      severity: 'error',
      from: { path: '^subgraphs/[^/]+/(commands|model|rules)/' },
      to: { path: '^subgraphs/[^/]+/graph/', pathNot: '^subgraphs/kit/graph/', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
