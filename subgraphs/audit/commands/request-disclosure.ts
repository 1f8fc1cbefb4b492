import { runCommand } from '../../kit/commands/command.ts';
import type { CommandInput, Outcome } from '../../kit/commands/command.ts';
import { discloseTo } from '../../kit/commands/case-access.ts';
import { Fault, refuseProblems } from '../../kit/errors/fault.ts';
import { isId, newId } from '../../kit/ids.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { Disclosure } from '../model/disclosure.ts';
import { disclosureProblems } from '../rules/disclosure.ts';
import type { DisclosureRequest } from '../rules/disclosure.ts';
import { subjectsOfCase, subjectsOfPerson } from './disclosed-subjects.ts';
import type { Subjects } from './disclosed-subjects.ts';

/** Opens one person or one case to the auditor who asks, for some hours; who, why and what stands in the journal. */
export async function requestDisclosure(context: Context, input: DisclosureRequest & CommandInput): Promise<Outcome> {
  const asked = await askedFor(context, input);
  return runCommand(context, 'audit', 'requestDisclosure', input, async (session, given) => {
    const { em, viewer, now } = session;
    refuseProblems(disclosureProblems(given));
    if (!asked) throw new Fault('NOT_FOUND');
    const disclosure = em.create(Disclosure, {
      id: newId(),
      accountId: viewer.accountId,
      officeId: viewer.officeId,
      subjectKind: given.caseKind ?? 'PERSON',
      subjectId: (given.personId ?? given.caseId)!,
      reason: given.reason,
      requestedAt: now,
      opensUntil: now.add({ hours: given.hours }),
    });
    await discloseTo(session, asked.opened, disclosure.subjectId, disclosure.opensUntil);
    return {
      kind: 'Disclosure',
      id: disclosure.id,
      concerns: [...new Set([disclosure.subjectId, ...asked.persons])],
      journalled: { kind: 'DISCLOSURE', reason: disclosure.reason },
    };
  });
}

/** What is asked for, by whoever holds it; nothing where that isn't there: then the command refuses, and journals it. */
async function askedFor(context: Context, input: DisclosureRequest): Promise<Subjects | undefined> {
  const { personId, caseId, caseKind } = input;
  const id = personId ?? caseId ?? '';
  if (!isId(id)) return undefined;
  try {
    return await (caseKind ? subjectsOfCase(context, caseKind, id) : subjectsOfPerson(context, id));
  } catch (error) {
    if (error instanceof Fault && error.code === 'NOT_FOUND') return undefined;
    throw error;
  }
}
