import { smallPdf } from '../support/counter.ts';
import { documentsAgree, finalApplication } from '../support/final-applications.ts';
import type { ViewerName } from '../support/world-names.ts';
import type { World } from '../support/world.ts';
import type { Change } from './changes.ts';

// What changes a case from the arrival to the permit, and who may.

const officers: ViewerName[] = ['migration officer of Astana', 'migration officer of Almaty'];
const serviceCentres: ViewerName[] = ['service centre officer of Astana', 'service centre officer of Almaty'];

const comparedFields = [
  ...[
    'LATIN_SURNAME',
    'LATIN_GIVEN_NAMES',
    'BIRTH_DATE',
    'CITIZENSHIP',
    'PASSPORT_COUNTRY',
    'PASSPORT_NUMBER',
    'PASSPORT_EXPIRY',
  ],
  ...documentsAgree.map(({ field }) => field),
];

const person = {
  latinName: { surname: 'MUSTERMANN', givenNames: 'ERIKA', patronymic: null },
  cyrillicName: { surname: 'Мустерманн', givenNames: 'Эрика', patronymic: null },
  documentNumber: 'N1',
  passportUntil: '2033-10-31',
};

/** What changes a case from the arrival on, by its field. */
export const finalChanges: Record<string, Change> = {
  recordArrival: ofCase('ResidenceCaseInput', officers, 'PRELIMINARILY_APPROVED'),
  registerFinalApplication: {
    ...ofCase('RegisterFinalApplicationInput', serviceCentres, 'ARRIVED'),
    input: async (world, viewer, id) => {
      const { rows } = await world.product.database.query<{ number: string | null }>(
        'select approval_number as number from residence.residence_case where id = $1',
        [id],
      );
      const approvalNumber = rows[0]!.number ?? 'PRA-2026-999999';
      const application = await finalApplication(uploaderOf(world, viewer), { approvalNumber, person });
      return { ...application, expectedVersion: 1 };
    },
  },
  sendOriginals: ofCase('SendOriginalsInput', serviceCentres, 'FINAL_REGISTERED', { trackingNumber: 'KZ1' }),
  receiveOriginals: ofCase('ResidenceCaseInput', officers, 'ORIGINALS_SENT'),
  // The checks that there are were recorded before the KNB was asked.
  decideFinal: ofCase(
    'DecideFinalInput',
    officers,
    'FINAL_REVIEW',
    { approves: false, reason: 'Нет.' },
    'originals_received_at = null',
  ),
  registerResidence: {
    ...ofCase('RegisterResidenceInput', serviceCentres, 'PERMITTED', {}, 'residence_registered_at = null'),
    input: async (world, viewer, id) => ({
      id,
      expectedVersion: 1,
      address: 'Almaty, Abai 1',
      contract: {
        uploadId: await uploaderOf(world, viewer).upload(smallPdf),
        contractWith: 'LEGAL_PERSON',
        notarised: true,
        startsOn: '2026-03-01',
        endsOn: '2027-03-01',
      },
    }),
  },
  issuePermit: {
    ...ofCase('IssuePermitInput', serviceCentres, 'PERMITTED', {}, `residence_registered_at = '2026-03-02'`),
    input: async (world, viewer, id) => ({
      id,
      expectedVersion: 1,
      noticeShown: true,
      passport: { uploadId: await uploaderOf(world, viewer).upload(smallPdf), expiresOn: '2033-10-31' },
      receipt: { uploadId: await uploaderOf(world, viewer).upload(smallPdf), amount: '865', paidOn: '2026-03-01' },
    }),
  },
  compareDocuments: {
    ...ofCase('CompareDocumentsInput', officers, 'FINAL_REVIEW'),
    input: (_world, _viewer, id) => ({
      id,
      expectedVersion: 1,
      findings: comparedFields.map((field) => ({ field, agrees: true, remark: 'Looked at.' })),
    }),
    prepare: async (world, id, owner) => {
      await ofCase('CompareDocumentsInput', officers, 'FINAL_REVIEW').prepare(world, id, owner);
      await world.product.database.query(
        `insert into residence.case_document (case_id, id, stage, kind, media_type, size, sha256, facts, added_at, added_by)
         values ($1, $1, 'FINAL', 'IDENTITY_DOCUMENT', 'application/pdf', 1, '', $2, '2026-03-02', $3) on conflict do nothing`,
        [
          id,
          { latinName: person.latinName, expiresOn: '2033-10-31' },
          world.accounts['service centre officer of Astana'].id,
        ],
      );
    },
  },
};

/** Whoever may upload does it themselves; what others say that they uploaded is somebody else's. */
function uploaderOf({ clients }: World, viewer: ViewerName) {
  return clients[serviceCentres.includes(viewer) ? viewer : 'service centre officer of Astana'];
}

function ofCase(inputType: string, may: readonly ViewerName[], from: string, more: object = {}, set?: string): Change {
  return {
    may,
    changes: 'residenceCase',
    tables: ['residence_case', 'case_document', 'case_term', 'event'].map((table) => `residence.${table}`),
    inputType,
    input: (_world, _viewer, id) => ({ id, expectedVersion: 1, ...more }),
    selection: 'residenceCase { id }',
    prepare: ({ product: { database } }, id) =>
      database.query(
        `update residence.residence_case set ${['version = 1, state = $2, lapses_at = null', set].filter(Boolean).join(', ')} where id = $1`,
        [id, from],
      ),
  };
}
