import type { CommandSession } from '../../kit/commands/command.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import { validateIin } from '../rules/number.ts';

/** A line of an import that is no number, counted from one. */
export interface WrongLine {
  line: number;
  /** Why, such as `IIN_CHECK_DIGIT`. */
  codes: string[];
}

/** What an import led to. */
export type NumbersImport =
  | { ok: false; wrong: WrongLine[] }
  | {
      ok: true;
      /** Numbers that were not known to be in use. */
      added: number;
      /** Applications for which one of these numbers was formed here: somebody else has it too. A person has to look at once. */
      conflicts: string[];
    };

/** How many numbers go into one statement. */
const batch = 10_000;

/**
 * Imports the numbers that the migration police gave out before or elsewhere: they are never formed again, and forming opens with the first import. A file
 * with anything wrong in it is refused whole; one that was imported before changes nothing, and later ones add to it.
 */
export async function importNumbers(
  { em, now }: Pick<CommandSession, 'em' | 'now'>,
  lines: readonly string[],
): Promise<NumbersImport> {
  const today = almatyDate(now);
  const wrong: WrongLine[] = [];
  const numbers = new Set<string>();
  lines.forEach((text, index) => {
    const validation = validateIin(text, { today });
    if (validation.ok) numbers.add(text);
    else wrong.push({ line: index + 1, codes: validation.problems.map(({ code }) => code) });
  });
  if (wrong.length > 0) return { ok: false, wrong };

  let added = 0;
  const conflicts: string[] = [];
  for (const some of inBatches([...numbers])) {
    const fresh = await em.execute<{ iin: string }[]>(
      'insert into iin.number_in_use (iin, imported_at) select unnest(?::text[]), ? on conflict do nothing returning iin',
      [asArray(some), now.toString()],
    );
    added += fresh.length;
    const formed = await em.execute<{ number: string }[]>(
      'select application.number from iin.application join iin.record on record.id = application.record_id where record.iin = any(?::text[]) order by 1',
      [asArray(fresh.map(({ iin }) => iin))],
    );
    conflicts.push(...formed.map(({ number }) => number));
  }
  await em.execute('update iin.forming set numbers_imported_at = coalesce(numbers_imported_at, ?)', [now.toString()]);
  return { ok: true, added, conflicts };
}

function* inBatches(numbers: readonly string[]): Generator<readonly string[]> {
  for (let from = 0; from < numbers.length; from += batch) yield numbers.slice(from, from + batch);
}

/** Twelve digits each: nothing to escape. */
function asArray(numbers: readonly string[]): string {
  return `{${numbers.join(',')}}`;
}
