import { copyOnly, paper, playAll, today, yesterday } from './scenarios.ts';

// A§6: those who come for an organisation or a business.

const notarised = { issuingCountry: 'CHN', stateSeal: true };

for (const [title, category] of [
  ['A participant in the marking of goods', 'GOODS_MARKING_PARTICIPANT'],
  ['The head of a legal entity', 'LEGAL_ENTITY_HEAD'],
] as const) {
  playAll(title, category, [
    { given: 'the act of the organisation and its original', brings: [paper('APPOINTMENT_ACT')], then: 'accepted' },
    { given: 'nothing', then: ['DOCUMENT_MISSING APPOINTMENT_ACT, A§6'] },
    {
      given: 'a copy of the act without the original',
      brings: [copyOnly('APPOINTMENT_ACT')],
      then: ['ORIGINAL_NOT_SHOWN APPOINTMENT_ACT, A§6'],
    },
    {
      given: 'an act of today: no time in the position is asked for',
      brings: [paper('APPOINTMENT_ACT', { appointedOn: today.toString() })],
      then: 'accepted',
    },
    {
      given: 'an act on its last day',
      brings: [paper('APPOINTMENT_ACT', { expiresOn: today.toString() })],
      then: 'accepted',
    },
    {
      given: 'an act that has expired',
      brings: [paper('APPOINTMENT_ACT', { expiresOn: yesterday.toString() })],
      then: ['DOCUMENT_EXPIRED APPOINTMENT_ACT, A§7'],
    },
    {
      given: 'an act that a Chinese notary certified under the coat of arms',
      brings: [paper('APPOINTMENT_ACT', notarised)],
      then: ['DOCUMENT_NOT_ATTESTED APPOINTMENT_ACT, A§6'],
    },
    {
      given: 'the same act, legalised',
      brings: [paper('APPOINTMENT_ACT', { ...notarised, attestation: 'LEGALISATION' })],
      then: 'accepted',
    },
    {
      given: 'a foreign act that no state certified',
      brings: [paper('APPOINTMENT_ACT', { issuingCountry: 'CHN', stateSeal: false })],
      then: 'accepted',
    },
  ]);
}

playAll('A producer of plant protection products', 'PLANT_PROTECTION_PRODUCER', [
  { given: 'an extract from the trade register', brings: [paper('ACTIVITY_PROOF')], then: 'accepted' },
  { given: 'nothing', then: ['DOCUMENT_MISSING ACTIVITY_PROOF, A§6'] },
  {
    given: 'an extract of which no copy is asked for, so nothing is compared',
    brings: [copyOnly('ACTIVITY_PROOF')],
    then: 'accepted',
  },
  {
    given: 'an Indian extract with the coat of arms and no apostille',
    brings: [paper('ACTIVITY_PROOF', { issuingCountry: 'IND', stateSeal: true })],
    then: ['DOCUMENT_NOT_ATTESTED ACTIVITY_PROOF, A§6'],
  },
  {
    given: 'the same with an apostille',
    brings: [paper('ACTIVITY_PROOF', { issuingCountry: 'IND', stateSeal: true, attestation: 'APOSTILLE' })],
    then: 'accepted',
  },
  {
    given: 'a licence of Kazakhstan with its coat of arms',
    brings: [paper('ACTIVITY_PROOF', { issuingCountry: 'KAZ', stateSeal: true })],
    then: 'accepted',
  },
  {
    given: 'a licence that has expired',
    brings: [paper('ACTIVITY_PROOF', { expiresOn: yesterday.toString() })],
    then: ['DOCUMENT_EXPIRED ACTIVITY_PROOF, A§7'],
  },
]);
