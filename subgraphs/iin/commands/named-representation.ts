import { Fault } from '../../kit/errors/fault.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import type { Category } from '../rules/categories.ts';
import { isOfRepresentation } from '../rules/representations.ts';
import type { Representation } from '../rules/representations.ts';
import { dayOf } from './presented-applicant.ts';

/** Asks `missions` for the representation that an application names, where its category has one; nothing when there is none of this id. */
export async function askForRepresentation(
  context: Context,
  { category, representationId }: { category: Category; representationId?: string | null },
): Promise<Representation | null> {
  if (representationId == null || !isOfRepresentation(category)) return null;
  const key = { __typename: 'ForeignRepresentation', id: representationId };
  try {
    const told = await context.ask<Told>('missions', key, '{ id version name { kk ru en } from until }');
    return { ...told, from: dayOf(told.from), until: dayOf(told.until) };
  } catch (error) {
    if (error instanceof Fault && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}

/** What `missions` tells of it; dates as ISO texts. */
type Told = Omit<Representation, 'from' | 'until'> & { from: string | null; until: string | null };
