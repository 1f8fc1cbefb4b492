import { country as countryOf } from '../../kit/countries/countries.ts';
import type { Problem } from '../../kit/errors/fault.ts';
import { isBackwards, overlap } from '../../kit/terms/periods.ts';
import type { Period } from '../../kit/terms/periods.ts';

/** A state as a party of a convention in a period, and where that is known from. */
export interface WantedParty extends Period {
  /** ICAO code. */
  country: string;
  from: Temporal.PlainDate;
  source: string;
}

/** Everything that speaks against a party of a convention as it is to be, beside the other periods in which the state is bound by it. */
export function partyProblems(wanted: WantedParty, others: readonly Period[]): Problem[] {
  const backwards = isBackwards(wanted);
  const isState = countryOf(wanted.country)?.issuesDocuments === true;
  return [
    ...(isState ? [] : [{ code: 'PARTY_NO_STATE', path: ['country'], reference: 'A§6' }]),
    ...(backwards ? [{ code: 'PERIOD_BACKWARDS', path: ['until'] }] : []),
    ...(!backwards && others.some((other) => overlap(wanted, other))
      ? [{ code: 'PARTY_PERIODS_OVERLAP', path: ['from'] }]
      : []),
    ...(wanted.source === '' ? [{ code: 'TEXT_EMPTY', path: ['source'] }] : []),
  ];
}
