import { describe, expect, test } from '@jest/globals';
import { paper, play, product } from './scenarios.ts';

// A§6, note: documents of the parties of the Minsk (1993) and the Chisinau (2002) convention need neither legalisation nor apostille, on the days on
// which the convention binds them.

/** Somebody with a disability brings a certificate under the coat of arms of a state, neither legalised nor apostilled. */
function unattested(issuingCountry: string) {
  const certificate = paper('DISABILITY_CERTIFICATE', { issuingCountry, stateSeal: true });
  return play(product.as('consul'), 'PERSON_WITH_DISABILITY', { brings: [certificate] });
}

const refused = ['DOCUMENT_NOT_ATTESTED DISABILITY_CERTIFICATE, A§6'];

describe('on 2 March 2026, by the data that the product comes with', () => {
  test.each(['ARM', 'AZE', 'BLR', 'GEO', 'KAZ', 'KGZ', 'MDA', 'RUS', 'TJK', 'TKM', 'UZB'])(
    '%s is a party',
    async (country) => expect(await unattested(country)).toBe('accepted'),
  );

  test.each(['UKR', 'CHN', 'D', 'USA', 'TUR', 'MNG'])('%s is not', async (country) =>
    expect(await unattested(country)).toEqual(refused),
  );
});

describe('the days of a convention, both included', () => {
  /** Has Georgia bound by the Minsk convention on these days only. */
  const bind = (from: string, until: string | null) =>
    product.database.query(
      `update kit.convention_party set valid_from = $1, valid_until = $2 where country = 'GEO' and convention = 'MINSK_1993'`,
      [from, until],
    );

  test.each([
    ['from the day after', '2026-03-03', null, refused],
    ['from the day itself', '2026-03-02', null, 'accepted'],
    ['from the day before', '2026-03-01', null, 'accepted'],
    ['until the day before', '1996-07-11', '2026-03-01', refused],
    ['until the day itself', '1996-07-11', '2026-03-02', 'accepted'],
    ['until the day after', '1996-07-11', '2026-03-03', 'accepted'],
  ])('bound %s', async (_when, from, until, expected) => {
    await bind(from, until);
    expect(await unattested('GEO')).toEqual(expected);
  });

  test('a state that left one convention is still party to the other', async () => {
    await product.database.query(
      `update kit.convention_party set valid_until = '2025-12-31' where country = 'ARM' and convention = 'MINSK_1993'`,
    );
    expect(await unattested('ARM')).toBe('accepted');
    await product.database.query(`update kit.convention_party set valid_until = '2025-12-31' where country = 'ARM'`);
    expect(await unattested('ARM')).toEqual(refused);
  });

  test('Kazakhstan is not foreign, whatever the conventions say', async () => {
    await product.database.query(`update kit.convention_party set valid_until = '2025-12-31' where country = 'KAZ'`);
    expect(await unattested('KAZ')).toBe('accepted');
  });
});

test('a day is a date in Astana', async () => {
  await product.database.query(`update kit.convention_party set valid_until = '2026-03-02' where country = 'TJK'`);
  product.clock.set('2026-03-02T23:59:59+05:00');
  expect(await unattested('TJK')).toBe('accepted');
  product.clock.set('2026-03-03T00:00:00+05:00');
  expect(await unattested('TJK')).toEqual(refused);
});
