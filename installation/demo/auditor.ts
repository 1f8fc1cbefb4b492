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
    () => auditor.send<Journal>('auditor/journal', { subject }),
    ({ journal: { totalCount } }) => `reads the journal of ${what}: ${totalCount} lines`,
  );
  const entries = journal.edges.map(({ node }) => node).toReversed();
  const rows = entries.filter((entry, index) => index === 0 || told(entry) !== told(entries[index - 1]!));
  detail(rows.map((entry) => `${entry.at.slice(11, 19)}  ${told(entry)}`));
}

function told({ role, kind, action, outcome }: Entry): string {
  const ending = outcome === 'DONE' ? '' : `: ${outcome}`;
  return `${role.padEnd(14)}${kind === 'READING' ? `reads ${action}` : action}${ending}`;
}
