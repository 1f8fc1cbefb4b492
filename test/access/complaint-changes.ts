import type { Owner, ViewerName } from '../support/world-names.ts';
import type { World } from '../support/world.ts';
import type { Change } from './changes.ts';

// What changes a complaint, and who may: the provider, which is of each service somebody else, and the reviewing body.

const providers: ViewerName[] = [
  'operator',
  'hub officer',
  'MDDIAI signer',
  'migration officer of Astana',
  'migration officer of Almaty',
];
const everybody: ViewerName[] = [...providers, 'complaint reviewer'];

// The service centre, which received it, sees it and has nothing to do with it.
const decision = { outcome: 'REJECTED', reasons: 'Нет.' };
const satisfaction = { reasons: 'Да.', reopen: false };
// About a service in general nothing is reopened, and nobody has to say so.
const unregistered = `state = 'RECEIVED', registered_at = null, forwarded_at = null`;
const registered = `registered_at = '2026-03-02', provider_decided_at = null`;

/** What changes complaints, by its field. Ivan's is the one that was forwarded. */
export const complaintChanges: Record<string, Change> = {
  registerComplaint: ofComplaint('ComplaintInput', everybody, (owner) =>
    owner === 'Tirana' ? `state = 'FORWARDED', registered_at = null` : unregistered,
  ),
  satisfyComplaint: ofComplaint('SatisfyComplaintInput', providers, () => unregistered, satisfaction),
  forwardComplaint: ofComplaint('ComplaintInput', providers, () => unregistered),
  decideComplaint: ofComplaint(
    'DecideComplaintInput',
    everybody,
    (owner) =>
      owner === 'Tirana'
        ? `state = 'UNDER_REVIEW', forwarded_at = '2026-03-02', ${registered}`
        : `state = 'REGISTERED', forwarded_at = null, ${registered}`,
    decision,
  ),
};

function ofComplaint(
  inputType: string,
  may: readonly ViewerName[],
  set: (owner: Owner) => string,
  more: object = {},
): Change {
  return {
    may,
    changes: 'complaint',
    tables: ['complaint', 'decision', 'case_term', 'case_file', 'case_file_document', 'event'].map(
      (table) => `complaints.${table}`,
    ),
    inputType,
    input: (_world, _viewer, id) => ({ id, expectedVersion: 1, ...more }),
    selection: 'complaint { id }',
    prepare: ({ product: { database } }: World, id, owner) =>
      database.query(
        `delete from complaints.case_file where case_id = '${id}'; delete from complaints.case_file_document where case_id = '${id}';
         update complaints.complaint set version = 1, ${set(owner)} where id = '${id}'`,
      ),
  };
}
