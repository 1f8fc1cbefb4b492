import { subgraphNames } from '../subgraph/definition.ts';
import type { Viewer } from './viewer.ts';

/** The parts of the product that act by themselves: the subgraphs with their jobs, and the identity provider. */
export const systemNames = [...subgraphNames, 'identity'] as const;

/** One of those parts. */
export type SystemName = (typeof systemNames)[number];

const accounts: Record<SystemName, string> = {
  missions: '01964631-f000-7000-8000-000000000001',
  applicants: '01964631-f000-7000-8000-000000000002',
  iin: '01964631-f000-7000-8000-000000000003',
  audit: '01964631-f000-7000-8000-000000000004',
  identity: '01964631-f000-7000-8000-000000000005',
  residence: '01964631-f000-7000-8000-000000000006',
  complaints: '01964631-f000-7000-8000-000000000007',
};

/** The account in whose name a part of the product acts. */
export function systemAccountId(name: SystemName): string {
  return accounts[name];
}

/** Who acts when no person does. No token from outside says so; nobody can be it. */
export function systemViewer(name: SystemName): Viewer {
  return {
    accountId: systemAccountId(name),
    role: 'system',
    officeId: null,
    city: null,
    scopes: new Set(['role:system']),
    expiresAt: Number.POSITIVE_INFINITY,
  };
}
