import { p } from '@mikro-orm/postgresql';
import { InstantType, PlainDateType } from './types.ts';

/** A moment (`timestamptz`, `Temporal.Instant`). */
export const instant = () => p.type(InstantType).$type<Temporal.Instant>();

/** A day (`date`, `Temporal.PlainDate`). */
export const plainDate = () => p.type(PlainDateType).$type<Temporal.PlainDate>();
