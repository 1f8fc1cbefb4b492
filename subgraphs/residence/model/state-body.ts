import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Message } from '../../kit/errors/languages.ts';
import { plainDate } from '../../kit/orm/properties.ts';
import type { Reads } from '../../kit/reading/reads.ts';

/** The state bodies that are named in documents. */
export const stateBodies = ['MDDIAI'] as const;

/** What state bodies are called, with the days from which and until which they are, both included; an administrator may correct it. */
export const StateBodyTable = defineEntity({
  name: 'StateBody',
  tableName: 'state_body',
  schema: 'residence',
  properties: {
    body: p.enum(stateBodies).primary(),
    validFrom: plainDate().primary(),
    validUntil: plainDate().nullable(),
    name: p.json().$type<Message>(),
    /** The business identification number in the certificates of its officials; without one no signature is believed to be its own. */
    bin: p.text().nullable(),
    /** Where it is from. */
    source: p.text(),
  },
});

/** A state body as it is called on a day. */
export interface StateBody {
  name: Message;
  bin: string | null;
}

/**
 * A state body as it is called on a day, Astana date.
 *
 * @throws when nobody has told what it is called then.
 */
export async function stateBodyOn(
  reads: Reads,
  body: (typeof stateBodies)[number],
  day: Temporal.PlainDate,
): Promise<StateBody> {
  const valid = { validFrom: { $lte: day }, $or: [{ validUntil: null }, { validUntil: { $gte: day } }] };
  const found = (await reads.findOne(StateBodyTable, { body, ...valid })) as StateBody | null;
  if (!found) throw new Error(`Nothing is known of ${body} on ${day.toString()}`);
  return found;
}
