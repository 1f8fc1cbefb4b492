import { complaintCallingFor } from '../support/complaint-rows.ts';
import type { ViewerName } from '../support/world-names.ts';
import type { Change } from './changes.ts';

// What has a case reopened after a complaint that calls for it, and who may. Whoever doesn't see the case sees no complaint about it either.

const officers: ViewerName[] = ['migration officer of Astana', 'migration officer of Almaty'];

/** What reopens a case, by its field. */
export const reopenings: Record<string, Change> = {
  reopenIinApplication: {
    may: ['operator'],
    changes: 'waiting',
    tables: ['application', 'printed_form', 'event'].map((table) => `iin.${table}`),
    inputType: 'ReopenIinApplicationInput',
    input: async ({ product }, _viewer, id) => ({
      id,
      expectedVersion: 1,
      complaintId: await complaintCallingFor(product, { about: 'IIN_APPLICATION', id }),
    }),
    selection: 'application { id }',
    prepare: ({ product: { database }, accounts }, id) =>
      database.query(
        `update iin.application set version = 1, kind = 'FORMATION', state = 'REFUSED', taken_by = $2, decided_by = $2, decided_at = $3, iin = null,
                refusal_grounds = '{NOT_COMPLIANT_WITH_REQUIREMENTS}', refusal_reason = 'No.' where id = $1`,
        [id, accounts.operator.id, '2026-03-02T10:00:00+05:00'],
      ),
  },
  reopenCase: {
    may: officers,
    changes: 'residenceCase',
    tables: ['residence_case', 'case_document', 'case_term', 'event'].map((table) => `residence.${table}`),
    inputType: 'ReopenCaseInput',
    input: async ({ product }, _viewer, id) => {
      const { rows } = await product.database.query<{ city: string }>(
        'select city from residence.residence_case where id = $1',
        [id],
      );
      const complaintId = await complaintCallingFor(product, { about: 'RESIDENCE_CASE', id }, rows[0]);
      return { id, expectedVersion: 1, complaintId };
    },
    selection: 'residenceCase { id }',
    prepare: ({ product: { database } }, id) =>
      database.query(
        `update residence.residence_case set version = 1, state = 'ANNULLED', lapses_at = submitted_at where id = $1`,
        [id],
      ),
  },
};
