import { copyOnly, paper, playAll, today, tomorrow, yesterday } from './scenarios.ts';

// A§6: an IT specialist adds a diploma or a certificate of advanced training, and a portfolio; or, as head of an IT company, the act of appointment.

const diploma = paper('IT_DIPLOMA');
const training = paper('IT_TRAINING_CERTIFICATE');
const portfolio = (experienceMonths: number) => paper('IT_PORTFOLIO', { experienceMonths });
const act = (appointedOn: Temporal.PlainDate) => paper('APPOINTMENT_ACT', { appointedOn: appointedOn.toString() });
const yearAgo = today.subtract({ years: 1 });

playAll('An IT specialist', 'DIGITAL_NOMAD', [
  { given: 'a diploma and a portfolio of four years', brings: [diploma, portfolio(48)], then: 'accepted' },
  { given: 'a certificate of training and a portfolio', brings: [training, portfolio(48)], then: 'accepted' },
  {
    given: 'nothing',
    then: ['DOCUMENT_MISSING IT_DIPLOMA or IT_TRAINING_CERTIFICATE or IT_PORTFOLIO or APPOINTMENT_ACT, A§6'],
  },
  { given: 'a diploma alone', brings: [diploma], then: ['DOCUMENT_MISSING IT_PORTFOLIO, A§6'] },
  {
    given: 'a portfolio alone',
    brings: [portfolio(48)],
    then: ['DOCUMENT_MISSING IT_DIPLOMA or IT_TRAINING_CERTIFICATE, A§6'],
  },
  {
    given: 'a diploma and a certificate, and no portfolio',
    brings: [diploma, training],
    then: ['DOCUMENT_MISSING IT_PORTFOLIO, A§6'],
  },
  {
    given: 'exactly three years of experience, which is not more than three',
    brings: [diploma, portfolio(36)],
    then: ['EXPERIENCE_TOO_SHORT IT_PORTFOLIO, A§6'],
  },
  { given: 'three years and a month', brings: [diploma, portfolio(37)], then: 'accepted' },
  {
    given: 'a portfolio that was not there to compare',
    brings: [diploma, copyOnly('IT_PORTFOLIO')],
    then: ['ORIGINAL_NOT_SHOWN IT_PORTFOLIO, A§6'],
  },
  {
    given: 'a copy of the diploma without the original, and a portfolio of two years: both are named',
    brings: [copyOnly('IT_DIPLOMA'), portfolio(24)],
    then: ['ORIGINAL_NOT_SHOWN IT_DIPLOMA, A§6', 'EXPERIENCE_TOO_SHORT IT_PORTFOLIO, A§6'],
  },
  {
    given: 'an American diploma with the coat of arms and no apostille',
    brings: [paper('IT_DIPLOMA', { issuingCountry: 'USA', stateSeal: true }), portfolio(48)],
    then: ['DOCUMENT_NOT_ATTESTED IT_DIPLOMA, A§6'],
  },
  {
    given: 'that diploma, and a good certificate of training beside it',
    brings: [paper('IT_DIPLOMA', { issuingCountry: 'USA', stateSeal: true }), training, portfolio(48)],
    then: 'accepted',
  },
  {
    given: 'a diploma of a private university',
    brings: [paper('IT_DIPLOMA', { issuingCountry: 'USA', stateSeal: false }), portfolio(48)],
    then: 'accepted',
  },
]);

playAll('The head of an IT company', 'DIGITAL_NOMAD', [
  { given: 'an appointment a year ago to the day', brings: [act(yearAgo)], then: 'accepted' },
  {
    given: 'an appointment a year ago tomorrow',
    brings: [act(yearAgo.add({ days: 1 }))],
    then: ['POSITION_TOO_SHORT APPOINTMENT_ACT, A§6'],
  },
  { given: 'an appointment years ago', brings: [act(today.subtract({ years: 5 }))], then: 'accepted' },
  { given: 'an appointment to come', brings: [act(tomorrow)], then: ['POSITION_TOO_SHORT APPOINTMENT_ACT, A§6'] },
  {
    given: 'an act that does not tell since when',
    brings: [paper('APPOINTMENT_ACT')],
    then: ['POSITION_TOO_SHORT APPOINTMENT_ACT, A§6'],
  },
  {
    given: 'an appointment of 29 February 2024, on 28 February 2026',
    brings: [act(Temporal.PlainDate.from('2024-02-29'))],
    at: '2026-02-28T10:00:00+05:00',
    then: 'accepted',
  },
  {
    given: 'a new appointment, and a diploma without a portfolio: what each way lacks is named',
    brings: [act(yesterday), diploma],
    then: ['DOCUMENT_MISSING IT_PORTFOLIO, A§6', 'POSITION_TOO_SHORT APPOINTMENT_ACT, A§6'],
  },
  {
    given: 'a new appointment, and the whole of the other way',
    brings: [act(yesterday), diploma, portfolio(48)],
    then: 'accepted',
  },
]);
