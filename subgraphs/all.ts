import type { SubgraphDefinition, SubgraphName } from './kit/subgraph/definition.ts';
import { applicants } from './applicants/index.ts';
import { audit } from './audit/index.ts';
import { complaints } from './complaints/index.ts';
import { iin } from './iin/index.ts';
import { missions } from './missions/index.ts';
import { residence } from './residence/index.ts';

/** Every subgraph of the product, by name. */
export const allSubgraphs: Record<SubgraphName, SubgraphDefinition> = {
  audit,
  missions,
  applicants,
  iin,
  residence,
  complaints,
};
