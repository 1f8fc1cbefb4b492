import { describe, expect, test } from '@jest/globals';
import { applicationForm, play, playAll, product } from './scenarios.ts';

// A§4: staff of foreign representations go through the MFA only; every other category through a mission only.

playAll(
  'Staff of a foreign representation, at the MFA',
  'REPRESENTATION_STAFF',
  [
    { given: 'what everybody brings', then: 'accepted' },
    { given: 'no passport', bringsOnly: [applicationForm], then: ['DOCUMENT_MISSING IDENTITY_DOCUMENT, A§6'] },
    {
      given: 'a form without the signature under the consent',
      withoutConsent: true,
      then: ['CONSENT_MISSING, A-ord 3'],
    },
  ],
  'authorised_employee',
);

describe('The wrong counter', () => {
  const missionsOnly = [
    'POTENTIAL_INVESTOR',
    'GOODS_MARKING_PARTICIPANT',
    'SPOUSE_OF_CITIZEN',
    'CHILD_OF_CITIZEN',
    'HEIR',
    'DIGITAL_NOMAD',
    'PERSON_WITH_DISABILITY',
    'AGE_65_PLUS',
    'PLANT_PROTECTION_PRODUCER',
    'LEGAL_ENTITY_HEAD',
  ];

  test.each(missionsOnly)('the MFA takes no application of %s', async (category) => {
    await expect(play(product.as('authorised_employee'), category, {})).rejects.toThrow('"code":"CATEGORY_CHANNEL"');
  });

  test('a mission takes none of staff of a representation', async () => {
    await expect(play(product.as('consul'), 'REPRESENTATION_STAFF', {})).rejects.toThrow('"code":"CATEGORY_CHANNEL"');
  });
});
