import type { ReactNode } from 'react';
import type { Message } from '../../../../../subgraphs/kit/errors/languages.ts';
import { useDrawing } from '../figure.tsx';
import { writeCount } from '../format.ts';
import type { Count } from '../query.ts';
import { texts } from '../texts.ts';

/** One row: what it is of, how long its bar is, and what stands beside it. */
export interface BarRow {
  key: string;
  label: ReactNode;
  count: Count;
  more?: string[];
}

interface BarsParts {
  title: Message;
  /** What the rows are of, how many there are, and what else is told of each. */
  heads: [Message, Message, ...Message[]];
  rows: BarRow[];
  /** How many rows are shown before the others have to be asked for. */
  first?: number;
}

/** A table whose rows have bars: a picture to the eye, and a table to everybody. */
export function Bars({ title, heads, rows, first = rows.length }: BarsParts) {
  const { say } = useDrawing();
  const longest = Math.max(...rows.map(({ count }) => count ?? 0), 1);
  const others = rows.slice(first);
  return (
    <>
      <BarTable title={title} heads={heads} rows={rows.slice(0, first)} longest={longest} />
      {others.length > 0 && (
        <details>
          <summary>{say(texts.others, { number: others.length })}</summary>
          <BarTable title={title} heads={heads} rows={others} longest={longest} />
        </details>
      )}
    </>
  );
}

function BarTable({ title, heads, rows, longest }: Omit<BarsParts, 'first'> & { longest: number }) {
  const { say, language } = useDrawing();
  return (
    <table className="bars">
      <caption className="unseen">{say(title)}</caption>
      <thead>
        <tr>
          {heads.map((head, index) => (
            <th scope="col" key={index}>
              {say(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, count, more = [] }) => (
          <tr key={key}>
            <th scope="row">
              {label}
              <Bar count={count} longest={longest} />
            </th>
            <td>{writeCount(count, language)}</td>
            {more.map((text, index) => (
              <td key={index}>{text}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** As long as the count is of the longest; hatched where the count was held back. */
function Bar({ count, longest }: { count: Count; longest: number }) {
  if (count === null) return <span className="bar held-back" aria-hidden="true" />;
  // One of very many is still to be seen; none is not.
  const width = count > 0 ? `max(2px, ${(100 * count) / longest}%)` : 0;
  return <span className="bar" aria-hidden="true" style={{ width }} />;
}
