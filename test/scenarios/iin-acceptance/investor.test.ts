import { copyOnly, paper, playAll, today, yesterday } from './scenarios.ts';

// A§6: a potential investor adds one of four documents.

const all =
  'FOREIGN_INVESTORS_COUNCIL_MEMBERSHIP or INVESTMENT_CONTRACT or STATE_BODY_RECOMMENDATION or AIFC_RECOMMENDATION';

playAll('A potential investor', 'POTENTIAL_INVESTOR', [
  { given: 'none of the four documents', then: [`DOCUMENT_MISSING ${all}, A§6`] },
  {
    given: 'the proof of membership of the council',
    brings: [paper('FOREIGN_INVESTORS_COUNCIL_MEMBERSHIP')],
    then: 'accepted',
  },
  { given: 'the investment contract', brings: [paper('INVESTMENT_CONTRACT')], then: 'accepted' },
  { given: 'the recommendation of a state body', brings: [paper('STATE_BODY_RECOMMENDATION')], then: 'accepted' },
  { given: 'the recommendation of the AIFC', brings: [paper('AIFC_RECOMMENDATION')], then: 'accepted' },
  {
    given: 'a copy of the membership without the original',
    brings: [copyOnly('FOREIGN_INVESTORS_COUNCIL_MEMBERSHIP')],
    then: ['ORIGINAL_NOT_SHOWN FOREIGN_INVESTORS_COUNCIL_MEMBERSHIP, A§6'],
  },
  {
    given: 'a copy of the contract without the original',
    brings: [copyOnly('INVESTMENT_CONTRACT')],
    then: ['ORIGINAL_NOT_SHOWN INVESTMENT_CONTRACT, A§6'],
  },
  {
    given: 'a mere copy of a recommendation, which is brought as an original',
    brings: [copyOnly('STATE_BODY_RECOMMENDATION')],
    then: ['ORIGINAL_NOT_SHOWN STATE_BODY_RECOMMENDATION, A§6'],
  },
  {
    given: 'a contract on its last day',
    brings: [paper('INVESTMENT_CONTRACT', { expiresOn: today.toString() })],
    then: 'accepted',
  },
  {
    given: 'a contract that has expired',
    brings: [paper('INVESTMENT_CONTRACT', { expiresOn: yesterday.toString() })],
    then: ['DOCUMENT_EXPIRED INVESTMENT_CONTRACT, A§7'],
  },
  {
    given: 'two ways begun, and neither does: both are named',
    brings: [paper('INVESTMENT_CONTRACT', { expiresOn: yesterday.toString() }), copyOnly('AIFC_RECOMMENDATION')],
    then: ['DOCUMENT_EXPIRED INVESTMENT_CONTRACT, A§7', 'ORIGINAL_NOT_SHOWN AIFC_RECOMMENDATION, A§6'],
  },
  {
    given: 'an expired contract beside a good recommendation: one of the four is enough',
    brings: [paper('INVESTMENT_CONTRACT', { expiresOn: yesterday.toString() }), paper('AIFC_RECOMMENDATION')],
    then: 'accepted',
  },
  { given: 'what another category adds', brings: [paper('APPOINTMENT_ACT')], then: [`DOCUMENT_MISSING ${all}, A§6`] },
]);
