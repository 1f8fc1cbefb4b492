import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { noteRunning } from '../../installation/running.ts';
import { act, apply, person, presentHead } from '../support/counter.ts';
import { rolePasswords } from '../support/databases.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// Outside demo mode no number is formed until those in use are known; a number that turns up in a later import is reported, loudly.

let product: TestProduct;
let folder: string;
beforeAll(async () => {
  product = await startTestProduct({ demo: false });
  folder = await mkdtemp(join(tmpdir(), 'qonaq-import-'));
  await noteRunning(folder, {
    url: product.url,
    publicUrl: product.url,
    demo: false,
    databaseUrl: product.databaseUrl,
  });
  await writeFile(join(folder, 'secrets.json'), JSON.stringify({ passwords: rolePasswords }));
});
afterAll(async () => {
  await product.close();
  await rm(folder, { recursive: true });
});

interface Run {
  code: number;
  output: string;
  complaint: string;
}

async function importNumbers(...lines: string[]): Promise<Run> {
  const file = join(folder, 'numbers.txt');
  await writeFile(file, lines.map((line) => `${line}\n`).join(''));
  const environment = { ...process.env, NODE_OPTIONS: '', QONAQ_DATA: folder };
  return new Promise((resolve) =>
    execFile(
      process.execPath,
      ['--import', 'tsx', 'installation/admin/admin-command.ts', 'import-numbers', file],
      { env: environment },
      (error, output, complaint) => resolve({ code: error ? Number(error.code) : 0, output, complaint }),
    ),
  );
}

async function taken(): Promise<string> {
  const id = await apply(
    product.as('consul'),
    await presentHead(product.as('consul'), person({ birthDate: '1980-04-16' })),
  );
  await act(product.as('iin_operator'), 'takeIinApplication', id, 1);
  return id;
}

const form = (id: string) =>
  product
    .as('iin_operator')
    .send('mutation F($input: IinApplicationInput!) { formIin(input: $input) { application { iin number } } }', {
      input: { id, expectedVersion: 2 },
    });

test('the first import opens forming; a number in use is passed over; one that turns up later is reported', async () => {
  const id = await taken();
  const early = await form(id);
  expect(early.errors[0]?.extensions).toMatchObject({ code: 'UNAVAILABLE', reason: 'NUMBERS_NOT_IMPORTED' });

  const wrong = await importNumbers('800416050008', 'nonsense', '800416050009');
  expect(wrong.code).toBe(1);
  expect(wrong.complaint).toContain('line 2: IIN_NOT_TWELVE_DIGITS');
  expect(wrong.complaint).toContain('line 3: IIN_CHECK_DIGIT');
  expect((await form(id)).codes).toEqual(['UNAVAILABLE']);

  // Worked out by hand: 80041605000 weighs 8+4·4+1·5+6·6+5·8 = 105 = 9·11+6, …5001 adds 11 and so gives 6 again; the check digits are 6.
  const first = await importNumbers('800416050006');
  expect(first).toMatchObject({ code: 0, output: expect.stringContaining('1 numbers read, 1 of them new') });
  expect(await importNumbers('800416050006')).toMatchObject({
    code: 0,
    output: expect.stringContaining('0 of them new'),
  });

  const { data } = await form(id);
  expect(data.formIin.application.iin).toBe('800416050016');

  const later = await importNumbers('800416050006', '800416050016');
  expect(later.code).toBe(2);
  expect(later.complaint).toContain('ATTENTION');
  expect(later.complaint).toContain(data.formIin.application.number);
  expect(later.complaint).not.toContain('800416050016');
  const { rows } = await product.database.query(
    `select count(*)::int as lines from audit.journal where action = 'importNumbers'`,
  );
  expect(rows).toEqual([{ lines: 3 }]);
});
