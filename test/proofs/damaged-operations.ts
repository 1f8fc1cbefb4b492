import { applyForSchmidt, correctionOf, erika, formNumber, married, presentAnew } from '../support/corrections.ts';
import { act, apply, person, presentHead, registerPerson, smallPdf } from '../support/counter.ts';
import { cursorOf } from '../support/damage.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { OperatorDesk } from '../support/operator-desk.ts';
import type { TestProduct } from '../support/product.ts';
import type { Random } from './random.ts';

/** An operation whose input is damaged. */
export interface Operation {
  kind: 'query' | 'mutation';
  field: string;
  by: GraphClient;
  /** Its arguments, by their names, with their types. */
  arguments: Record<string, string>;
  selection: string;
  /** A good input of it: some succeed, while the damaged ones leave enough to do it with. */
  good: () => Record<string, unknown>;
  /** Whether it may be asked for only once in an operation. */
  alone?: boolean;
}

/** The operations of the counters, the operators and the administrator, on people and applications that are there. */
export async function operationsOn(product: TestProduct, random: Random): Promise<Operation[]> {
  const below = (limit: number) => random.below(limit);
  const oneOf = <Value>(values: readonly Value[]) => random.oneOf(values);
  const consul = product.as('consul');
  const operator = product.as('iin_operator');
  const administrator = product.as('state_corporation');
  const people = await several(10, () => presentHead(consul));
  const bare = await several(3, () => registerPerson(consul));
  const uploads = await several(20, () => consul.upload(smallPdf));
  const taken = await several(10, () => takenApplication(consul, operator));
  const numbered = await several(3, (at) => formNumber(consul, operator, erika(`1970-01-0${at + 1}`)));
  const anew = await several(3, (at) => presentAnew(consul, erika(`1970-01-0${at + 1}`, married)));
  const incidents = await several(10, () => openIncident(operator));
  const { pilots } = await administrator.ask('{ pilots { name periods { id } } }');
  const period = pilots.find(({ name }: { name: string }) => name === 'DIGITAL_NOMAD_RESIDENCY').periods[0]
    .id as string;
  const desk = new OperatorDesk(product);
  const [candidate, doubtful] = await duplicates(desk);
  await applyForSchmidt(consul, numbered[0]!.iin, '1970-01-01');
  const key = () => (below(2) === 0 ? {} : { idempotencyKey: `key ${below(2 ** 31)}` });
  const page = () => (below(2) === 0 ? { first: 1 + below(100) } : { last: 5, before: cursorOf([oneOf(taken)]) });
  const paging = { first: 'Int', after: 'String', last: 'Int', before: 'String' };

  const writing = (by: GraphClient, field: string, selection: string, input: () => object): Operation => ({
    kind: 'mutation',
    field,
    by,
    arguments: { input: `${field[0]!.toUpperCase()}${field.slice(1)}Input!` },
    selection: `{ ${selection} }`,
    good: () => ({ input: { ...input(), ...key() } }),
  });
  const reading = (
    by: GraphClient,
    field: string,
    types: Record<string, string>,
    selection: string,
    good: () => Record<string, unknown>,
  ): Operation => ({ kind: 'query', field, by, arguments: types, selection: selection && `{ ${selection} }`, good });

  return [
    writing(consul, 'registerApplicant', 'applicant { id latinName { surname } birthDate }', () =>
      everythingOf(person()),
    ),
    writing(consul, 'correctApplicant', 'applicant { id version }', () => ({
      ...everythingOf(person()),
      id: oneOf(bare),
      expectedVersion: 1 + below(3),
    })),
    writing(consul, 'attachDocument', 'document { id }', () => ({
      applicantId: oneOf(bare),
      uploadId: oneOf(uploads),
      kind: oneOf(['IDENTITY_DOCUMENT', 'MARRIAGE_CERTIFICATE', 'IT_PORTFOLIO', 'BIRTH_CERTIFICATE']),
      issuingCountry: 'UZB',
      stateSeal: true,
      issuedOn: '2024-02-01',
      expiresOn: '2030-01-31',
      originalShown: true,
      attestation: 'APOSTILLE',
      attestedOn: '2024-03-01',
      languages: ['uz', 'ru'],
      detailsToTranslate: ['SURNAME'],
    })),
    writing(consul, 'recordConsent', 'consent { id }', () => ({
      applicantId: oneOf(bare),
      kind: 'PERSONAL_DATA_PROCESSING',
      givenOn: '2026-03-02',
    })),
    writing(consul, 'registerIinApplication', '__typename', () => ({
      applicantId: oneOf([...people, ...bare]),
      applicantVersion: 1,
      category: oneOf(['LEGAL_ENTITY_HEAD', 'HEIR', 'AGE_65_PLUS']),
    })),
    writing(consul, 'registerIinCorrection', '__typename', () => {
      const at = below(numbered.length);
      return correctionOf(numbered[at]!.iin, anew[at]!, { birthDate: `1970-01-0${at + 1}` });
    }),
    writing(operator, 'refuseIin', 'application { id state }', () => ({
      id: oneOf(taken),
      expectedVersion: 2,
      ...oneOf([
        { grounds: ['UNTRUE_DOCUMENTS_OR_DATA', 'NOT_COMPLIANT_WITH_REQUIREMENTS'], reason: 'The seal is not theirs.' },
        { grounds: ['IIN_ALREADY_REGISTERED'], reason: 'Known.', existingRecordId: oneOf(numbered).recordId },
      ]),
    })),
    writing(operator, 'decideDuplicate', 'application { id version }', () => ({
      id: doubtful,
      expectedVersion: 2,
      candidateId: candidate,
      decision: oneOf(['SAME_PERSON', 'ANOTHER_PERSON']),
      reason: 'I compared the photographs.',
    })),
    reading(
      operator,
      'iinApplications',
      { ...paging, filter: 'IinApplicationFilter' },
      'totalCount edges { node { id number } }',
      () => ({
        ...page(),
        filter: {
          states: ['REGISTERED', 'IN_REVIEW'],
          category: 'LEGAL_ENTITY_HEAD',
          number: 'IIN-2026-000001',
          missionId: oneOf(people),
          delivery: oneOf(['WAITING', 'DELIVERED']),
          dueBefore: '2026-03-04T18:30:00+05:00',
          overdue: oneOf([true, false]),
          text: oneOf(['Must', 'муст', 'IIN-2026-000003']),
        },
      }),
    ),
    reading(
      operator,
      'iinApplications',
      { ...paging, filter: 'IinApplicationFilter' },
      'edges { node { id } }',
      () => ({
        first: 5,
        ...oneOf([
          { filter: { text: oneOf(['Must', 'муст']) }, after: cursorOf(['MUSTERMANN', oneOf(taken)]) },
          {
            filter: { dueBefore: '2026-03-04T18:30:00+05:00' },
            after: cursorOf(['2026-03-03T13:30:00Z', oneOf(taken)]),
          },
        ]),
      }),
    ),
    reading(
      operator,
      'iinRecords',
      { ...paging, filter: 'IinRecordFilter' },
      'totalCount edges { node { id } }',
      () => ({
        ...page(),
        filter: { iin: oneOf(numbered).iin, surname: oneOf(['Must', 'муст']), birthDate: '1970-01-01' },
      }),
    ),
    reading(operator, 'iinRecords', { ...paging, filter: 'IinRecordFilter' }, 'edges { node { id } }', () => ({
      first: 5,
      after: cursorOf([`MUSTERMANN ${oneOf(taken)}`]),
      filter: { surname: 'Must' },
    })),
    reading(
      operator,
      'possibleDuplicates',
      { applicationId: 'ID!', ...paging },
      'totalCount edges { node { candidateId } }',
      () => ({ applicationId: doubtful, first: 5, after: cursorOf([100, candidate]) }),
    ),
    reading(product.anybody(), 'readMrz', { lines: '[String!]!' }, 'surname birthDate expiryDate', () => ({
      lines: person().machineReadableZone,
    })),
    reading(product.anybody(), 'term', { kind: 'TermKind!', from: 'DateTime!' }, 'dueAt lastDay', () => ({
      kind: oneOf(['IIN_SERVICE', 'REWORK', 'BAR', 'KNB_AGREEMENT', 'COMPLAINT_REVIEW']),
      from: `2026-0${1 + below(9)}-1${below(10)}T10:00:00+05:00`,
    })),
    reading(product.anybody(), 'iinRequirements', { category: 'IinCategory!' }, 'category', () => ({
      category: 'HEIR',
    })),
    reading(product.anybody(), 'documentCheck', { token: 'String!' }, 'kind', () => ({ token: 'x'.repeat(43) })),
    reading(consul, 'applicants', paging, 'totalCount edges { node { id } }', page),
    reading(product.anybody(), 'missions', paging, 'edges { node { id } }', () => ({
      first: 3,
      after: cursorOf([5, oneOf(taken)]),
    })),
    reading(product.as('auditor'), 'journal', paging, 'edges { node { id } }', () => ({
      first: 3,
      after: cursorOf(['2026-03-02T05:00:00Z', oneOf(taken)]),
    })),
    reading(product.anybody(), 'calendarYear', { year: 'Int!' }, 'version', () => ({ year: 2026 })),
    {
      ...reading(
        product.as('partner', {}, ['iin:verify']),
        'verifyIin',
        { iin: 'IIN!', surname: 'String!', birthDate: 'Date!' },
        '',
        () => ({ iin: oneOf(numbered).iin, surname: oneOf(['Mustermann', 'Мустерманн']), birthDate: '1970-01-01' }),
      ),
      alone: true,
    },
    writing(operator, 'openIncident', 'incident { id }', () => ({
      system: oneOf(['LINK', 'OTHER']),
      foundAt: '2026-03-02T09:30:00+05:00',
      description: 'No answer.',
      measures: 'Restarted.',
      stopsDelivery: false,
    })),
    writing(operator, 'closeIncident', 'incident { id }', () => ({
      id: oneOf(incidents),
      expectedVersion: 1,
      endedAt: '2026-03-02T09:45:00+05:00',
      measures: 'Repaired.',
    })),
    writing(administrator, 'setPilotPeriod', 'pilot { name }', () => ({
      pilot: 'DIGITAL_NOMAD_RESIDENCY',
      id: period,
      expectedVersion: 1 + below(3),
      from: '2025-01-15',
      until: null,
      orderReference: 'No. 1/НҚ',
    })),
    writing(administrator, 'setCalendarDay', 'calendarYear { version }', () => ({
      day: `2026-0${4 + below(6)}-1${below(10)}`,
      kind: oneOf(['WORKING', 'DAY_OFF']),
      reason: 'Decree.',
      expectedVersion: 1 + below(3),
    })),
    writing(administrator, 'openCalendarYear', 'calendarYear { version }', () => ({
      year: 2028 + below(3),
      status: oneOf(['PROVISIONAL', 'OFFICIAL']),
      daysOff: ['2028-01-03', '2028-01-04'],
      daysWorked: ['2028-01-08'],
      reason: 'Decree.',
    })),
  ];
}

/** All that may be told of a person. */
function everythingOf(input: ReturnType<typeof person>): Record<string, unknown> {
  return {
    ...input,
    visualZone: { ...input.visualZone, issuedOn: '2023-11-01' },
    latinPatronymic: 'Ivanovna',
    ethnicity: 'German',
    contacts: { email: 'erika@example.org', telephone: '+49 30 1234567' },
    address: { country: 'D', region: 'Berlin', district: 'Mitte', address: 'Hauptstraße 1' },
    countryOfArrival: 'D',
    settledDisagreements: [],
  };
}

async function takenApplication(consul: GraphClient, operator: GraphClient): Promise<string> {
  const id = await apply(consul, await presentHead(consul));
  await act(operator, 'takeIinApplication', id, 1);
  return id;
}

async function openIncident(operator: GraphClient): Promise<string> {
  const input = { system: 'OTHER', foundAt: '2026-03-02T09:15:00+05:00', description: 'No answer.' };
  const mutation = 'mutation ($input: OpenIncidentInput!) { openIncident(input: $input) { incident { id } } }';
  return (await operator.ask(mutation, { input })).openIncident.incident.id as string;
}

/** Somebody in the registry, and the taken application of who may be the same person. */
async function duplicates(desk: OperatorDesk): Promise<[string, string]> {
  const who = {
    birthDate: '1980-05-06',
    surname: 'Petrova',
    givenNames: 'Olga',
    cyrillicName: { surname: 'Петрова', givenNames: 'Ольга' },
  };
  return [await desk.registered(13, who), await desk.taken(await desk.comes(13, who))];
}

async function several<Made>(count: number, make: (at: number) => Promise<Made>): Promise<Made[]> {
  const made: Made[] = [];
  for (let at = 0; at < count; at += 1) made.push(await make(at));
  return made;
}
