import { copyOnly, paper, playAll, yesterday } from './scenarios.ts';

// A§6: an heir adds the death certificate of the testator and documents on the right to inherit.

const death = paper('DEATH_CERTIFICATE');
const right = paper('INHERITANCE_PROOF');
const turkish = { issuingCountry: 'TUR', stateSeal: true };

playAll('An heir', 'HEIR', [
  {
    given: 'the death certificate and the documents on the right to inherit',
    brings: [death, right],
    then: 'accepted',
  },
  {
    given: 'neither',
    then: ['DOCUMENT_MISSING DEATH_CERTIFICATE, A§6', 'DOCUMENT_MISSING INHERITANCE_PROOF, A§6'],
  },
  { given: 'the death certificate alone', brings: [death], then: ['DOCUMENT_MISSING INHERITANCE_PROOF, A§6'] },
  { given: 'the right to inherit alone', brings: [right], then: ['DOCUMENT_MISSING DEATH_CERTIFICATE, A§6'] },
  {
    given: 'a copy of the death certificate without the original',
    brings: [copyOnly('DEATH_CERTIFICATE'), right],
    then: ['ORIGINAL_NOT_SHOWN DEATH_CERTIFICATE, A§6'],
  },
  {
    given: 'a copy of the will, of which no original is asked for',
    brings: [death, copyOnly('INHERITANCE_PROOF')],
    then: 'accepted',
  },
  {
    given: 'Turkish documents with the coat of arms, neither attested',
    brings: [paper('DEATH_CERTIFICATE', turkish), paper('INHERITANCE_PROOF', turkish)],
    then: ['DOCUMENT_NOT_ATTESTED DEATH_CERTIFICATE, A§6', 'DOCUMENT_NOT_ATTESTED INHERITANCE_PROOF, A§6'],
  },
  {
    given: 'Turkish documents with an apostille',
    brings: ['DEATH_CERTIFICATE', 'INHERITANCE_PROOF'].map((kind) =>
      paper(kind, { ...turkish, attestation: 'APOSTILLE' }),
    ),
    then: 'accepted',
  },
  {
    given: 'a will that no state sealed',
    brings: [death, paper('INHERITANCE_PROOF', { issuingCountry: 'TUR', stateSeal: false })],
    then: 'accepted',
  },
  {
    given: 'a decision of a court that is no longer in force',
    brings: [death, paper('INHERITANCE_PROOF', { expiresOn: yesterday.toString() })],
    then: ['DOCUMENT_EXPIRED INHERITANCE_PROOF, A§7'],
  },
]);
