import type { Context } from '../subgraph/context.ts';
import { isMasked } from './masking.ts';

/**
 * Of documents those whose bytes the viewer may see: who reads personal data masked gets none but those of what is disclosed to them.
 *
 * @param subjectsOf under which ids a document is disclosed.
 */
export async function onlyDisclosed<Row>(
  context: Context,
  rows: readonly Row[],
  subjectsOf: (row: Row) => readonly string[],
): Promise<Row[]> {
  if (!isMasked(context.viewer)) return [...rows];
  const disclosed = await context.disclosed();
  return rows.filter((row) => subjectsOf(row).some((id) => disclosed.has(id)));
}
