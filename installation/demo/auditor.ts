import type { Client } from './client.ts';
import { detail, step } from './screen.ts';

interface Entry {
  at: string;
  role: string;
  kind: string;
  action: string;
  outcome: string;
}

interface Journal {
  journal: { totalCount: number; edges: { node: Entry }[] };
}

/** Reads who did and saw what of a person or an application. What somebody did several times in a row is shown once. */
export async function readJournal(auditor: Client, what: string, subject: string): Promise<void> {
  const { journal } = await step(
    auditor,
    () => auditor.send<Journal>('auditor/journal', { filter: { subject } }),
    ({ journal: { totalCount } }) => `reads the journal of ${what}: ${totalCount} lines`,
  );
  const entries = journal.edges.map(({ node }) => node).toReversed();
  const rows = entries.filter((entry, index) => index === 0 || told(entry) !== told(entries[index - 1]!));
  detail(rows.map((entry) => `${entry.at.slice(11, 19)}  ${told(entry)}`));
}

/** Has the seals over the journal verified. The sealer seals every minute: a new installation has none yet. */
export async function verifySeals(auditor: Client): Promise<void> {
  await step(
    auditor,
    () => auditor.send<{ verifySeals: { sound: boolean; seals: number; entries: number } }>('auditor/verify-seals', {}),
    ({ verifySeals: { sound, seals, entries } }) =>
      `verifies ${seals} seals over ${entries} lines of the journal: ${sound ? 'sound' : 'NOT SOUND'}`,
  );
}

/** Sees an application masked, has the case disclosed for an hour, and sees it as it is. */
export async function haveDisclosed(auditor: Client, what: string, caseId: string): Promise<void> {
  const look = () => auditor.send<Looked>('auditor/iin-application', { id: caseId });
  const shown = ({ iinApplication: { iin, latinName } }: Looked) =>
    [latinName.givenNames, latinName.surname, iin].filter(Boolean).join(' ');
  await step(auditor, look, (looked) => `sees ${what} masked: ${shown(looked)}`);
  await step(
    auditor,
    () =>
      auditor.send<Disclosed>('auditor/request-disclosure', {
        input: { caseId, caseKind: 'IIN_APPLICATION', reason: 'Random sample of the month', hours: 1 },
      }),
    ({ requestDisclosure: { disclosure } }) => `has it disclosed until ${disclosure.opensUntil.slice(11, 16)}`,
  );
  await step(auditor, look, (looked) => `sees it as it is: ${shown(looked)}`);
}

interface Looked {
  iinApplication: { iin: string | null; latinName: { surname: string | null; givenNames: string | null } };
}

interface Disclosed {
  requestDisclosure: { disclosure: { opensUntil: string } };
}

function told({ role, kind, action, outcome }: Entry): string {
  const ending = outcome === 'DONE' ? '' : `: ${outcome}`;
  return `${role.padEnd(14)}${kind === 'READING' ? `reads ${action}` : action}${ending}`;
}
