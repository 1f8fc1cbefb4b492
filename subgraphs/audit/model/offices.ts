import type { Message } from '../../kit/errors/languages.ts';
import type { Context } from '../../kit/subgraph/context.ts';

/** What offices are called, by their ids. */
export async function officesById(context: Context, ids: readonly string[]): Promise<Map<string, { name: Message }>> {
  const reads = context.read();
  const rows = await reads.execute<{ id: string; name: Message }[]>('select id, name from kit.office where id in (?)', [
    ids,
  ]);
  return new Map(rows.map(({ id, name }) => [id, { name }]));
}
