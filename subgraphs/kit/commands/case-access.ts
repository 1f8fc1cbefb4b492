import { newId } from '../ids.ts';
import type { Role } from '../viewer/roles.ts';
import type { CommandSession } from './command.ts';

/**
 * Opens what belongs to a case to everybody of a role from now on: row rules that say `opened` show it then. It is written in the command's transaction.
 *
 * @param subjectId what is opened: the case itself, or a person of it.
 */
export async function openTo(
  role: Role,
  { em, now }: CommandSession,
  subjectId: string,
  caseId: string,
): Promise<void> {
  await em.execute('insert into kit.case_access (id, subject_id, role, case_id, opened_at) values (?, ?, ?, ?, ?)', [
    newId(),
    subjectId,
    role,
    caseId,
    now.toString(),
  ]);
}
