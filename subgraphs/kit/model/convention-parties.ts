import type { Reads } from '../reading/reads.ts';

/** A state that is bound by the Minsk (1993) or the Chisinau (2002) convention, from a day until a day, both included; null: still. */
export interface ConventionParty {
  /** ICAO code. */
  country: string;
  validFrom: Temporal.PlainDate;
  validUntil: Temporal.PlainDate | null;
}

/** The parties of both conventions, of all times: documents of theirs need neither legalisation nor apostille while they are bound (A§6, B§28). `iin` keeps them. */
export async function conventionParties(reads: Reads): Promise<ConventionParty[]> {
  const rows = await reads.execute<{ country: string; from: string; until: string | null }[]>(
    `select country, valid_from::text as "from", valid_until::text as "until" from kit.convention_party`,
  );
  return rows.map(({ country, from, until }) => ({
    country,
    validFrom: Temporal.PlainDate.from(from),
    validUntil: until === null ? null : Temporal.PlainDate.from(until),
  }));
}
