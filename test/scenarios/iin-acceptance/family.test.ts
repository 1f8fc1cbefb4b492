import { copyOnly, paper, playAll, today, yesterday } from './scenarios.ts';

// A§6: spouses and children of citizens.

const spouse = paper('SPOUSE_IDENTITY_DOCUMENT');
const german = { issuingCountry: 'D', languages: ['de'], stateSeal: true };
const good = paper('MARRIAGE_CERTIFICATE', {
  ...german,
  attestation: 'APOSTILLE',
  translation: 'TRANSLATOR_CERTIFIED',
});
const certificate = (told: Record<string, unknown>) => paper('MARRIAGE_CERTIFICATE', { ...good, ...told });

playAll('The spouse of a citizen', 'SPOUSE_OF_CITIZEN', [
  {
    given: 'an apostilled and translated German certificate, and the identity documents of both',
    brings: [good, spouse],
    then: 'accepted',
  },
  { given: 'a legalised one', brings: [certificate({ attestation: 'LEGALISATION' }), spouse], then: 'accepted' },
  {
    given: 'neither certificate nor the identity document of the spouse: both are named',
    then: ['DOCUMENT_MISSING MARRIAGE_CERTIFICATE, A§6', 'DOCUMENT_MISSING SPOUSE_IDENTITY_DOCUMENT, A§6'],
  },
  {
    given: 'everything but the identity document of the spouse',
    brings: [good],
    then: ['DOCUMENT_MISSING SPOUSE_IDENTITY_DOCUMENT, A§6'],
  },
  {
    given: "the spouse's identity document, and not one's own",
    bringsOnly: [paper('APPLICATION_FORM'), good, spouse],
    then: ['DOCUMENT_MISSING IDENTITY_DOCUMENT, A§6'],
  },
  {
    given: 'a certificate that is neither legalised nor apostilled',
    brings: [certificate({ attestation: 'NONE' }), spouse],
    then: ['DOCUMENT_NOT_ATTESTED MARRIAGE_CERTIFICATE, A§6'],
  },
  {
    given: 'one without the coat of arms, which does not help: this certificate always needs it',
    brings: [certificate({ attestation: 'NONE', stateSeal: false }), spouse],
    then: ['DOCUMENT_NOT_ATTESTED MARRIAGE_CERTIFICATE, A§6'],
  },
  {
    given: 'one from Russia, party to the Minsk convention',
    brings: [
      certificate({ attestation: 'NONE', issuingCountry: 'RUS', languages: ['ru'], translation: 'NONE' }),
      spouse,
    ],
    then: 'accepted',
  },
  {
    given: 'one of Kazakhstan itself',
    brings: [
      certificate({ attestation: 'NONE', issuingCountry: 'KAZ', languages: ['kk', 'ru'], translation: 'NONE' }),
      spouse,
    ],
    then: 'accepted',
  },
  {
    given: 'one wholly in German, without a translation',
    brings: [certificate({ translation: 'NONE' }), spouse],
    then: ['DOCUMENT_NOT_TRANSLATED MARRIAGE_CERTIFICATE, A§6'],
  },
  {
    given: 'one wholly in German, with a notarised translation',
    brings: [certificate({ translation: 'NOTARISED' }), spouse],
    then: 'accepted',
  },
  {
    given: 'one in German and Russian, without a translation',
    brings: [certificate({ languages: ['de', 'ru'], translation: 'NONE' }), spouse],
    then: 'accepted',
  },
  {
    given: 'one wholly in Uzbek from Uzbekistan: no apostille, but a translation',
    brings: [
      certificate({ attestation: 'NONE', issuingCountry: 'UZB', languages: ['uz'], translation: 'NONE' }),
      spouse,
    ],
    then: ['DOCUMENT_NOT_TRANSLATED MARRIAGE_CERTIFICATE, A§6'],
  },
  {
    given: 'neither attestation, nor translation, nor originals: all of it is named at once',
    brings: [
      certificate({ attestation: 'NONE', translation: 'NONE', originalShown: false }),
      copyOnly('SPOUSE_IDENTITY_DOCUMENT', { expiresOn: yesterday.toString() }),
    ],
    then: [
      'ORIGINAL_NOT_SHOWN MARRIAGE_CERTIFICATE, A§6',
      'DOCUMENT_NOT_ATTESTED MARRIAGE_CERTIFICATE, A§6',
      'DOCUMENT_NOT_TRANSLATED MARRIAGE_CERTIFICATE, A§6',
      'DOCUMENT_EXPIRED SPOUSE_IDENTITY_DOCUMENT, A§7',
      'ORIGINAL_NOT_SHOWN SPOUSE_IDENTITY_DOCUMENT, A§6',
    ],
  },
  {
    given: "a spouse's foreign passport with its coat of arms: identity documents need no apostille",
    brings: [good, paper('SPOUSE_IDENTITY_DOCUMENT', { issuingCountry: 'CHN', stateSeal: true })],
    then: 'accepted',
  },
]);

const birth = paper('BIRTH_CERTIFICATE');
const parent = paper('PARENT_IDENTITY_DOCUMENT', { provesCitizenshipOf: 'KAZ' });
const aged = (years: number) => today.subtract({ years });
const child = { born: aged(7), brings: [birth, parent] };

playAll('The child of a citizen', 'CHILD_OF_CITIZEN', [
  { given: "the birth certificate and a parent's identity document of Kazakhstan", ...child, then: 'accepted' },
  {
    given: 'neither of them',
    born: aged(7),
    then: ['DOCUMENT_MISSING BIRTH_CERTIFICATE, A§6', 'DOCUMENT_MISSING PARENT_IDENTITY_DOCUMENT, A§6'],
  },
  {
    given: 'a birth certificate of which no copy is asked for, so nothing is compared',
    born: aged(7),
    brings: [copyOnly('BIRTH_CERTIFICATE'), parent],
    then: 'accepted',
  },
  {
    given: "a copy of the parent's document without the original",
    born: aged(7),
    brings: [birth, copyOnly('PARENT_IDENTITY_DOCUMENT')],
    then: ['ORIGINAL_NOT_SHOWN PARENT_IDENTITY_DOCUMENT, A§6'],
  },
  {
    given: "a parent's document that proves another citizenship",
    born: aged(7),
    brings: [birth, paper('PARENT_IDENTITY_DOCUMENT', { provesCitizenshipOf: 'RUS' })],
    then: ['CITIZENSHIP_NOT_PROVEN PARENT_IDENTITY_DOCUMENT, A§6'],
  },
  {
    given: 'a residence permit of Kazakhstan: issued by it, and no proof of its citizenship',
    born: aged(7),
    brings: [birth, paper('PARENT_IDENTITY_DOCUMENT', { issuingCountry: 'KAZ', provesCitizenshipOf: 'XXA' })],
    then: ['CITIZENSHIP_NOT_PROVEN PARENT_IDENTITY_DOCUMENT, A§6'],
  },
  {
    given: 'the documents of both parents, of whom one is a citizen',
    born: aged(7),
    brings: [birth, paper('PARENT_IDENTITY_DOCUMENT', { provesCitizenshipOf: 'D' }), parent],
    then: 'accepted',
  },
  {
    given: 'a Chinese birth certificate with the coat of arms and without an apostille',
    born: aged(7),
    brings: [paper('BIRTH_CERTIFICATE', { issuingCountry: 'CHN', stateSeal: true }), parent],
    then: ['DOCUMENT_NOT_ATTESTED BIRTH_CERTIFICATE, A§6'],
  },
  {
    given: 'the same with an apostille',
    born: aged(7),
    brings: [paper('BIRTH_CERTIFICATE', { issuingCountry: 'CHN', stateSeal: true, attestation: 'APOSTILLE' }), parent],
    then: 'accepted',
  },
  {
    given: 'the same from Belarus, party to both conventions',
    born: aged(7),
    brings: [paper('BIRTH_CERTIFICATE', { issuingCountry: 'BLR', stateSeal: true }), parent],
    then: 'accepted',
  },
  { given: 'the day before the 16th birthday', ...child, born: aged(16).add({ days: 1 }), then: 'accepted' },
  { given: 'the 16th birthday', ...child, born: aged(16), then: ['AGE_NOT_UNDER 16, A§4'] },
  {
    given: 'the day after the 16th birthday',
    ...child,
    born: aged(16).subtract({ days: 1 }),
    then: ['AGE_NOT_UNDER 16, A§4'],
  },
  {
    given: 'the eve of the 16th birthday, at an hour when it is the birthday in Astana',
    ...child,
    born: aged(16).add({ days: 1 }),
    at: '2026-03-02T21:00:00+01:00',
    then: ['AGE_NOT_UNDER 16, A§4'],
  },
  {
    given: 'the age and the documents both wrong: all of it is named at once',
    born: aged(17),
    brings: [birth],
    then: ['DOCUMENT_MISSING PARENT_IDENTITY_DOCUMENT, A§6', 'AGE_NOT_UNDER 16, A§4'],
  },
]);
