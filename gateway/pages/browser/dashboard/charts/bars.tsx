import type { ReactNode } from 'react';
import type { Message } from '../../../../../subgraphs/kit/errors/languages.ts';
import { useDrawing } from '../figure.tsx';
import { writeCount } from '../format.ts';
import type { Count } from '../query.ts';
import { texts } from '../texts.ts';
import { Table } from './table.tsx';

/** One row: what it is of, how long its bar is, and what else is told of it. */
export interface BarRow {
  key: string;
  label: ReactNode;
  count: Count;
  more?: string[];
}

interface BarsParts {
  title: Message;
  /** What the rows are of, how many there are, and what else is told of each. */
  heads: Message[];
  rows: BarRow[];
  /** How many rows are shown before the others have to be asked for. */
  first?: number;
}

/** A table whose rows have bars: a picture to the eye, and a table to everybody. */
export function Bars({ title, heads, rows, first = rows.length }: BarsParts) {
  const { say, language } = useDrawing();
  const longest = Math.max(...rows.map(({ count }) => count ?? 0), 1);
  const written = rows.map(({ key, label, count, more = [] }) => ({
    key,
    label: (
      <>
        {label}
        <Bar count={count} longest={longest} />
      </>
    ),
    cells: [writeCount(count, language), ...more],
  }));
  const others = written.slice(first);
  return (
    <>
      <Table title={title} heads={heads} rows={written.slice(0, first)} />
      {others.length > 0 && (
        <details>
          <summary>{say(texts.others, { number: others.length })}</summary>
          <Table title={title} heads={heads} rows={others} />
        </details>
      )}
    </>
  );
}

/** As long as the count is of the longest; hatched where the count was held back. */
function Bar({ count, longest }: { count: Count; longest: number }) {
  if (count === null) return <span className="bar held-back" aria-hidden="true" />;
  // One of very many is still to be seen; none is not.
  const width = count > 0 ? `max(2px, ${(100 * count) / longest}%)` : 0;
  return <span className="bar" aria-hidden="true" style={{ width }} />;
}
