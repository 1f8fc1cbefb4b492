import { applicationForm, copyOnly, paper, passport, playAll, today, tomorrow, yesterday } from './scenarios.ts';

// A§6, A§7: what everybody brings. Somebody of 65 or older adds nothing, so nothing else decides here.

const older = { born: today.subtract({ years: 70 }) };

playAll('A§6: what everybody brings', 'AGE_65_PLUS', [
  { given: 'the signed form, the passport and its copy', ...older, then: 'accepted' },
  {
    given: 'nothing at all',
    ...older,
    bringsOnly: [],
    withoutConsent: true,
    then: [
      'DOCUMENT_MISSING APPLICATION_FORM, A§6',
      'DOCUMENT_MISSING IDENTITY_DOCUMENT, A§6',
      'CONSENT_MISSING, A-ord 3',
    ],
  },
  {
    given: 'no application form',
    ...older,
    bringsOnly: [passport],
    then: ['DOCUMENT_MISSING APPLICATION_FORM, A§6'],
  },
  {
    given: 'no copy of the passport',
    ...older,
    bringsOnly: [applicationForm],
    then: ['DOCUMENT_MISSING IDENTITY_DOCUMENT, A§6'],
  },
  {
    given: 'a copy of the passport without the passport',
    ...older,
    bringsOnly: [applicationForm, copyOnly('IDENTITY_DOCUMENT')],
    then: ['ORIGINAL_NOT_SHOWN IDENTITY_DOCUMENT, A§6'],
  },
  {
    given: 'the form, of which the order asks for no comparison',
    ...older,
    bringsOnly: [copyOnly('APPLICATION_FORM'), passport],
    then: 'accepted',
  },
  {
    given: 'a form without the signature under the consent',
    ...older,
    withoutConsent: true,
    then: ['CONSENT_MISSING, A-ord 3'],
  },
]);

playAll('A§7: what has expired', 'AGE_65_PLUS', [
  { given: 'a passport on its last day', ...older, passportUntil: today, then: 'accepted' },
  {
    given: 'a passport on the day after its last one',
    ...older,
    passportUntil: yesterday,
    then: ['DOCUMENT_EXPIRED IDENTITY_DOCUMENT, A§7'],
  },
  {
    given: 'a passport that expired, and no copy of it either',
    ...older,
    passportUntil: yesterday,
    bringsOnly: [applicationForm],
    then: ['DOCUMENT_MISSING IDENTITY_DOCUMENT, A§6', 'DOCUMENT_EXPIRED IDENTITY_DOCUMENT, A§7'],
  },
  {
    given: 'the copy of a passport that expired, told of the copy and of the passport: said once',
    ...older,
    passportUntil: yesterday,
    bringsOnly: [applicationForm, paper('IDENTITY_DOCUMENT', { expiresOn: yesterday.toString() })],
    then: ['DOCUMENT_EXPIRED IDENTITY_DOCUMENT, A§7'],
  },
  {
    given: 'the copies of an expired and of a valid passport, and the valid one is registered',
    ...older,
    bringsOnly: [
      applicationForm,
      paper('IDENTITY_DOCUMENT', { expiresOn: yesterday.toString() }),
      paper('IDENTITY_DOCUMENT', { expiresOn: tomorrow.toString() }),
    ],
    then: 'accepted',
  },
  {
    given: 'a passport whose last day ends in Astana while it is still that day in Berlin',
    ...older,
    passportUntil: today,
    at: '2026-03-02T21:00:00+01:00',
    then: ['DOCUMENT_EXPIRED IDENTITY_DOCUMENT, A§7'],
  },
  {
    given: 'a passport that expired on a day off: the day after it is not prolonged',
    ...older,
    passportUntil: Temporal.PlainDate.from('2026-03-09'),
    at: '2026-03-10T10:00:00+05:00',
    then: ['DOCUMENT_EXPIRED IDENTITY_DOCUMENT, A§7'],
  },
  {
    given: 'a passport on its last day, which is a day off in Kazakhstan',
    ...older,
    passportUntil: Temporal.PlainDate.from('2026-03-09'),
    at: '2026-03-09T10:00:00+05:00',
    then: 'accepted',
  },
]);

playAll('A§6: what the passport has in neither Cyrillic nor Latin letters', 'AGE_65_PLUS', [
  ...['SURNAME', 'GIVEN_NAMES', 'PATRONYMIC', 'BIRTH_PLACE'].map((detail) => ({
    given: `${detail}, and no translation`,
    ...older,
    bringsOnly: [applicationForm, paper('IDENTITY_DOCUMENT', { detailsToTranslate: [detail] })],
    then: ['DOCUMENT_NOT_TRANSLATED IDENTITY_DOCUMENT, A§6'],
  })),
  {
    given: 'the place of birth, with a translation that only a translator certified',
    ...older,
    bringsOnly: [
      applicationForm,
      paper('IDENTITY_DOCUMENT', { detailsToTranslate: ['BIRTH_PLACE'], translation: 'TRANSLATOR_CERTIFIED' }),
    ],
    then: ['DOCUMENT_NOT_TRANSLATED IDENTITY_DOCUMENT, A§6'],
  },
  {
    given: 'the place of birth, with a notarised translation',
    ...older,
    bringsOnly: [
      applicationForm,
      paper('IDENTITY_DOCUMENT', { detailsToTranslate: ['BIRTH_PLACE'], translation: 'NOTARISED' }),
    ],
    then: 'accepted',
  },
  {
    given: 'nothing, and a foreign coat of arms on it: a passport needs neither legalisation nor apostille',
    ...older,
    bringsOnly: [applicationForm, paper('IDENTITY_DOCUMENT', { issuingCountry: 'CHN', stateSeal: true })],
    then: 'accepted',
  },
]);
