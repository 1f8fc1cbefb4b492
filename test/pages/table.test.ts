import { describe, expect, test } from '@jest/globals';
import { csvOf } from '../../gateway/pages/browser/graphiql/csv.ts';
import { tablesOf } from '../../gateway/pages/browser/graphiql/table.ts';

const connection = (...nodes: unknown[]) => ({ edges: nodes.map((node) => ({ cursor: 'c', node })) });

describe('An answer as tables', () => {
  test('has nested objects in columns with dots, plain lists in one cell, and lists of objects by their place', () => {
    const node = {
      number: 'IIN-2026-000001',
      latinName: { surname: 'MUSTERMANN', givenNames: 'ERIKA' },
      availableActions: ['PRINT_RESULT', 'HAND_OUT'],
      documents: [{ kind: 'PASSPORT' }, { kind: 'FORM' }],
      overdue: false,
      iin: null,
    };
    const [table, ...others] = tablesOf({ iinApplications: connection(node) });
    expect(others).toEqual([]);
    expect(table!.name).toBe('iinApplications');
    expect([...table!.rows[0]!]).toEqual([
      ['number', 'IIN-2026-000001'],
      ['latinName.surname', 'MUSTERMANN'],
      ['latinName.givenNames', 'ERIKA'],
      ['availableActions', 'PRINT_RESULT; HAND_OUT'],
      ['documents.0.kind', 'PASSPORT'],
      ['documents.1.kind', 'FORM'],
      ['overdue', false],
    ]);
  });

  test('has every column of every row, a further one beside its neighbours', () => {
    const [table] = tablesOf({
      a: connection({ id: 1, list: [{ x: 1 }], end: 1 }, { id: 2, list: [{ x: 1 }, { x: 2 }], end: 2 }),
    });
    expect(table!.columns).toEqual(['id', 'list.0.x', 'list.1.x', 'end']);
  });

  test('finds a list within an object, several lists, and none', () => {
    const data = { me: { notifications: connection({ id: 1 }) }, missions: connection() };
    expect(tablesOf(data).map(({ name, rows }) => [name, rows.length])).toEqual([
      ['me.notifications', 1],
      ['missions', 0],
    ]);
    expect(tablesOf({ me: { role: 'consul' } })).toEqual([]);
    expect(tablesOf(null)).toEqual([]);
    expect(tablesOf({ odd: { edges: [1, null] } })).toEqual([]);
  });
});

describe('A table as CSV', () => {
  const csv = (...values: (string | number | boolean)[]) =>
    csvOf({
      name: 't',
      columns: values.map((_, index) => `c${index}`),
      rows: [new Map(values.map((value, index) => [`c${index}`, value]))],
    });

  test('begins with the mark of UTF-8, ends each line as RFC 4180 says, and quotes what has to be', () => {
    expect(csv('Қазақстан, Астана', 'says "yes"', 'two\nlines', 12.5, true)).toBe(
      '\uFEFFc0,c1,c2,c3,c4\r\n"Қазақстан, Астана","says ""yes""","two\nlines",12.5,true\r\n',
    );
  });

  test.each(['=HYPERLINK("x")', '+7 701', '-2+3', '@SUM(A1)', '\tx', '\rx'])(
    'never lets %j run as a formula',
    (text) => {
      const [, line] = csv(text).split(/\r\n/, 2);
      expect(line!.replace(/^"/, '')[0]).toBe("'");
    },
  );

  test('leaves numbers below zero as they are, and what is missing empty', () => {
    expect(csv(-5)).toBe('\uFEFFc0\r\n-5\r\n');
    expect(csvOf({ name: 't', columns: ['a', 'b'], rows: [new Map([['b', 'x']])] })).toBe('\uFEFFa,b\r\n,x\r\n');
  });
});
