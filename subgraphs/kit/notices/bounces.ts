import type { SubgraphName } from '../subgraph/definition.ts';

/** The subgraphs that note when a person wasn't reached: each has a job `noteBounce`, which is handed `caseId` and `noticeId`. */
export const subgraphsWithBounces: readonly SubgraphName[] = ['iin', 'residence'];
