import type { SubgraphName } from '../subgraph/definition.ts';
import type { Viewer } from './viewer.ts';

const accounts: Record<SubgraphName, string> = {
  missions: '01964631-f000-7000-8000-000000000001',
  applicants: '01964631-f000-7000-8000-000000000002',
  iin: '01964631-f000-7000-8000-000000000003',
  audit: '01964631-f000-7000-8000-000000000004',
};

/** The account in whose name a subgraph's jobs act. */
export function systemAccountId(subgraph: SubgraphName): string {
  return accounts[subgraph];
}

/** Who acts when no person does: a subgraph's own jobs. No token says so; nobody can be it from outside. */
export function systemViewer(subgraph: SubgraphName): Viewer {
  return {
    accountId: systemAccountId(subgraph),
    role: 'system',
    officeId: null,
    city: null,
    scopes: new Set(['role:system']),
    expiresAt: Number.POSITIVE_INFINITY,
  };
}
