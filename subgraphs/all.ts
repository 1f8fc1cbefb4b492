import type { SubgraphDefinition, SubgraphName } from './kit/subgraph/definition.ts';
import { audit } from './audit/index.ts';
import { missions } from './missions/index.ts';

/** Every subgraph of the product, by name. */
export const allSubgraphs = { audit, missions } as Record<SubgraphName, SubgraphDefinition>;
