import { storedAstanaMoment } from './astana-moment.ts';
import { DateTime, PlainDate } from './scalars.ts';

/** How the database's own text of a value becomes that of an answer, by the name of the scalar, where no object has to be made in between. */
export const storedTexts: Readonly<Record<string, (stored: string) => string>> = {
  [DateTime.name]: storedAstanaMoment,
  [PlainDate.name]: (stored) => (/^\d{4}-/.test(stored) ? stored : Temporal.PlainDate.from(stored).toString()),
};
