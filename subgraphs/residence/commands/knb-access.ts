import type { CommandSession } from '../../kit/commands/command.ts';
import { newId } from '../../kit/ids.ts';
import type { ResidenceCase } from '../model/residence-case.ts';

type Opened = Pick<ResidenceCase, 'id' | 'applicantId'>;

/** Opens the person of a case to the KNB, whom the case is sent to (B§14). */
export async function openToKnb({ em, now }: CommandSession, { id, applicantId }: Opened): Promise<void> {
  await em.execute(
    `insert into kit.case_access (id, subject_id, role, case_id, opened_at) values (?, ?, 'knb_officer', ?, ?)`,
    [newId(), applicantId, id, now.toString()],
  );
}

/** Closes the person to the KNB again: the case is decided, or was withdrawn. */
export async function closeToKnb({ em, now }: CommandSession, { id }: Opened): Promise<void> {
  await em.execute(
    `update kit.case_access set closed_at = ? where case_id = ? and role = 'knb_officer' and closed_at is null`,
    [now.toString(), id],
  );
}
