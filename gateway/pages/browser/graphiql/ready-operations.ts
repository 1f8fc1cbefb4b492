import type { Role } from '../../../../subgraphs/kit/viewer/roles.ts';
import { shelfOf } from './shelf.ts';
import type { ReadyOperation } from './shelf.ts';

const files = import.meta.glob<string>('../../../../schema/operations/*/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The operations of `schema/operations` for a role. */
export function readyOperations(role: Role): ReadyOperation[] {
  return shelfOf(role, files);
}
