import { useGraphiQL } from '@graphiql/react';
import { useMemo } from 'react';
import type { Answer } from '../shared/ask.ts';
import type { Visit } from '../shared/open-page.tsx';
import { csvOf } from './csv.ts';
import { Errors } from './errors.tsx';
import { tablesOf } from './table.ts';
import type { Table } from './table.ts';
import { texts } from './texts.ts';

/** What the answer in the active tab says beyond its JSON: its errors in words, its lists as tables. */
export function Result({ visit }: { visit: Visit }) {
  const response = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.response);
  const { errors = [], data } = useMemo(() => answerOf(response), [response]);
  const tables = useMemo(() => tablesOf(data), [data]);
  if (errors.length === 0 && tables.length === 0) return null;
  return (
    <section className="result" aria-label={visit.say(texts.result)} tabIndex={0}>
      {errors.length > 0 && (
        <div role="alert">
          <h2>{visit.say(texts.errors, { count: errors.length })}</h2>
          <Errors errors={errors} visit={visit} />
        </div>
      )}
      {tables.map((table) => (
        <ResultTable key={table.name} table={table} visit={visit} />
      ))}
    </section>
  );
}

function answerOf(response: string | null | undefined): Answer<unknown> {
  try {
    const answer = JSON.parse(response ?? '') as Answer<unknown>;
    // The editor's own errors have no code, and stand in the answer as they are.
    return { ...answer, errors: (answer.errors ?? []).filter(({ extensions }) => extensions) };
  } catch {
    return {};
  }
}

function ResultTable({ table, visit: { say } }: { table: Table; visit: Visit }) {
  const { name, columns, rows } = table;
  return (
    <details open>
      <summary>
        {say(texts.asTable)} <code>{name}</code>, {say(texts.rows, { count: rows.length })}
      </summary>
      <button type="button" className="press" disabled={rows.length === 0} onClick={() => download(table)}>
        {say(texts.csv)}
      </button>
      <div className="wide" tabIndex={0} role="group" aria-label={name}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                {columns.map((column) => (
                  <td key={column}>{String(row.get(column) ?? '')}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function download(table: Table): void {
  const url = URL.createObjectURL(new Blob([csvOf(table)], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${table.name.replaceAll('.', '-')}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}
