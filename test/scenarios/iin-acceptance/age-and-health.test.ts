import { copyOnly, paper, playAll, today, yesterday } from './scenarios.ts';

// A§4, A§6: people from the age of 65, and people with a disability.

const aged65 = today.subtract({ years: 65 });

playAll('Somebody of 65 or older', 'AGE_65_PLUS', [
  { given: 'the day before the 65th birthday', born: aged65.add({ days: 1 }), then: ['AGE_NOT_REACHED 65, A§4'] },
  { given: 'the 65th birthday', born: aged65, then: 'accepted' },
  { given: 'the day after the 65th birthday', born: aged65.subtract({ days: 1 }), then: 'accepted' },
  {
    given: 'the eve of the 65th birthday in Berlin, when it is the birthday in Astana',
    born: aged65.add({ days: 1 }),
    at: '2026-03-02T20:00:00+01:00',
    then: 'accepted',
  },
  {
    given: 'the 65th birthday on a day off in Kazakhstan',
    born: Temporal.PlainDate.from('2026-03-09').subtract({ years: 65 }),
    at: '2026-03-09T10:00:00+05:00',
    then: 'accepted',
  },
  {
    given: 'the day before, and a passport that has expired: both are named',
    born: aged65.add({ days: 1 }),
    passportUntil: yesterday,
    then: ['DOCUMENT_EXPIRED IDENTITY_DOCUMENT, A§7', 'AGE_NOT_REACHED 65, A§4'],
  },
]);

playAll('A person with a disability', 'PERSON_WITH_DISABILITY', [
  { given: 'the medical certificate', brings: [paper('DISABILITY_CERTIFICATE')], then: 'accepted' },
  { given: 'nothing', then: ['DOCUMENT_MISSING DISABILITY_CERTIFICATE, A§6'] },
  {
    given: 'a copy of the certificate without the original',
    brings: [copyOnly('DISABILITY_CERTIFICATE')],
    then: ['ORIGINAL_NOT_SHOWN DISABILITY_CERTIFICATE, A§6'],
  },
  {
    given: 'a certificate on its last day',
    brings: [paper('DISABILITY_CERTIFICATE', { expiresOn: today.toString() })],
    then: 'accepted',
  },
  {
    given: 'a certificate that has expired',
    brings: [paper('DISABILITY_CERTIFICATE', { expiresOn: yesterday.toString() })],
    then: ['DOCUMENT_EXPIRED DISABILITY_CERTIFICATE, A§7'],
  },
  {
    given: 'a Polish certificate with the coat of arms and no apostille',
    brings: [paper('DISABILITY_CERTIFICATE', { issuingCountry: 'POL', stateSeal: true })],
    then: ['DOCUMENT_NOT_ATTESTED DISABILITY_CERTIFICATE, A§6'],
  },
  {
    given: 'the same, legalised',
    brings: [paper('DISABILITY_CERTIFICATE', { issuingCountry: 'POL', stateSeal: true, attestation: 'LEGALISATION' })],
    then: 'accepted',
  },
  {
    given: 'a certificate in Polish, of which no translation is asked for',
    brings: [paper('DISABILITY_CERTIFICATE', { languages: ['pl'] })],
    then: 'accepted',
  },
]);
