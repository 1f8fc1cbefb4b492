import { newId } from '../../subgraphs/kit/ids.ts';
import type { TestProduct } from './product.ts';

/** A decision on a complaint that calls for a case to be reopened: about which case. */
export interface CallingComplaint {
  about: 'IIN_APPLICATION' | 'RESIDENCE_CASE';
  id: string;
}

const calls = {
  IIN_APPLICATION: { service: 'IIN', city: null, follow_up: 'REOPEN_IIN_APPLICATION' },
  RESIDENCE_CASE: { service: 'RESIDENCE', city: 'ASTANA', follow_up: 'REOPEN_CASE' },
} as const;

/** A complaint that was decided so that a case is to be reopened, written behind the product's back, unless told otherwise; answers its id. */
export async function complaintCallingFor(
  { database, clock }: Pick<TestProduct, 'database' | 'clock'>,
  { about, id: subjectId }: CallingComplaint,
  told: object = {},
): Promise<string> {
  const id = newId();
  const at = clock.now().toString();
  const complaint = {
    id,
    version: 1,
    number: `CMP-2026-${id}`,
    state: 'DECIDED',
    subject_kind: about,
    subject_id: subjectId,
    subject_number: 'X',
    acted_by: [],
    latin_name: { surname: 'X', givenNames: null, patronymic: null },
    filed_by: newId(),
    filed_as: 'applicant',
    addressed_to: 'REVIEWING_BODY',
    against: 'DECISION',
    text: 'Несправедливо.',
    received_at: at,
    forwarded_at: at,
    forwards_at: at,
    ...calls[about],
    ...told,
  };
  await database.query(
    'insert into complaints.complaint select told.* from jsonb_populate_record(null::complaints.complaint, $1) as told',
    [JSON.stringify(complaint)],
  );
  return id;
}
