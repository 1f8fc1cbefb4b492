import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { complaintLifecycles, residenceLifecycles } from '../../schema/lifecycles.ts';

const committed = (file = 'residence.md') => readFile(join(import.meta.dirname, '../../docs', file), 'utf8');

test('the committed diagrams are those of the lifecycles', async () => {
  expect(await committed()).toBe(residenceLifecycles());
  expect(await committed('complaints.md')).toBe(complaintLifecycles());
});

test('they tell states, actions, roles, conditions and terms', async () => {
  const text = await committed();
  expect(text).toContain('  PRELIMINARILY_APPROVED --> ARRIVED: record arrival (migration officer, the product)\n');
  expect(text).toContain(
    '| FINAL_REVIEW | APPROVE_FINAL | migration officer | checks recorded, documents compared, border crossing confirmed, fingerprints confirmed | PERMITTED | FINAL_REVIEW |  |\n',
  );
  expect(text).toContain(
    '| ORIGINALS_SENT | RECEIVE_ORIGINALS | migration officer |  | FINAL_REVIEW |  | FINAL_REVIEW |\n',
  );
  expect(text).toMatch(
    /\| APPROVAL_VALIDITY \| Validity of the preliminary approval: 30 calendar days.* \| the applicant \| ends on the next working day \| B§19 \|\n/,
  );
  const complaints = await committed('complaints.md');
  expect(complaints).toContain('  FORWARDED --> UNDER_REVIEW: register review (reviewing body)\n');
  expect(complaints).toContain('| UNDER_REVIEW | DECIDE_REVIEW | reviewing body |  | DECIDED |');
  expect(complaints).toMatch(/\| COMPLAINT_REVIEW \| .*15 working days.* \| A§17 \|\n/);
});
