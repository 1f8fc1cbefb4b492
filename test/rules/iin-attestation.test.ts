import { expect, test } from '@jest/globals';
import { exemptStates, lacksAttestation } from '../../subgraphs/iin/rules/attestation.ts';

const day = Temporal.PlainDate.from('2026-03-02');
const party = (country: string, validFrom: string, validUntil: string | null) => ({
  country,
  validFrom: Temporal.PlainDate.from(validFrom),
  validUntil: validUntil === null ? null : Temporal.PlainDate.from(validUntil),
});

test('a state is exempt on the days on which a convention binds it, the first and the last included', () => {
  const parties = [
    party('BLR', '1994-05-19', null),
    party('BLR', '2004-04-27', null),
    party('GEO', '2026-03-02', null),
    party('MDA', '2026-03-03', null),
    party('TKM', '1998-02-19', '2026-03-02'),
    party('UKR', '1995-04-14', '2026-03-01'),
    // Left one convention, is bound by the other.
    party('ARM', '1994-12-21', '2020-01-01'),
    party('ARM', '2005-02-19', null),
  ];
  expect(exemptStates(parties, day)).toEqual(['ARM', 'BLR', 'GEO', 'TKM']);
});

test.each([
  // rule, seal, state, attested → lacks it
  ['WHEN_SEALED', true, 'CHN', false, true],
  ['WHEN_SEALED', true, 'CHN', true, false],
  ['WHEN_SEALED', true, 'BLR', false, false],
  ['WHEN_SEALED', true, 'KAZ', false, false],
  ['WHEN_SEALED', true, null, false, true],
  ['WHEN_SEALED', false, 'CHN', false, false],
  ['WHEN_SEALED', null, 'CHN', false, false],
  ['ALWAYS', false, 'CHN', false, true],
  ['ALWAYS', false, 'CHN', true, false],
  ['ALWAYS', null, null, false, true],
  ['ALWAYS', true, 'BLR', false, false],
  ['ALWAYS', false, 'KAZ', false, false],
  ['NEVER', true, 'CHN', false, false],
] as const)(
  '%s, sealed: %s, from %s, attested: %s; lacks it: %s',
  (rule, stateSeal, issuingCountry, attested, lacks) => {
    expect(lacksAttestation(rule, { stateSeal, issuingCountry, attested }, ['BLR'])).toBe(lacks);
  },
);
