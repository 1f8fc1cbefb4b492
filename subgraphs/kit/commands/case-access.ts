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

/**
 * Discloses what a masked reader sees masked, to the viewer's account alone, from now until some moment. It is written in the command's transaction.
 *
 * @param subjectIds under which ids it is disclosed: of a person, a case, a document.
 * @param of the person or the case that was asked for.
 */
export async function discloseTo(
  { em, viewer, now }: CommandSession,
  subjectIds: readonly string[],
  of: string,
  until: Temporal.Instant,
): Promise<void> {
  for (const subjectId of subjectIds)
    await em.execute(
      'insert into kit.case_access (id, subject_id, role, account_id, case_id, opened_at, closed_at) values (?, ?, ?, ?, ?, ?, ?)',
      [newId(), subjectId, viewer.role, viewer.accountId, of, now.toString(), until.toString()],
    );
}
