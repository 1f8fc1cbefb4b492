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

function told({ role, kind, action, outcome }: Entry): string {
  const ending = outcome === 'DONE' ? '' : `: ${outcome}`;
  return `${role.padEnd(14)}${kind === 'READING' ? `reads ${action}` : action}${ending}`;
}
