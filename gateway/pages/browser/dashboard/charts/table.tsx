import type { CSSProperties, ReactNode } from 'react';
import type { Message } from '../../../../../subgraphs/kit/errors/languages.ts';
import { useDrawing } from '../figure.tsx';

/** One row: what it is of, and what is told of it. */
export interface Row {
  key: string;
  label: ReactNode;
  cells: string[];
}

interface TableParts {
  title: Message;
  heads: Message[];
  rows: Row[];
}

/** A table. Its roles are said, since a narrow window lays out otherwise what has many columns. */
export function Table({ title, heads, rows }: TableParts) {
  const { say } = useDrawing();
  const columns = heads.length - 1;
  return (
    <table role="table" className={columns > 1 ? 'many' : undefined} style={{ '--columns': columns } as CSSProperties}>
      <caption className="unseen">{say(title)}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {heads.map((head, index) => (
            <th scope="col" role="columnheader" key={index}>
              {say(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ key, label, cells }) => (
          <tr role="row" key={key}>
            <th scope="row" role="rowheader">
              {label}
            </th>
            {cells.map((text, index) => (
              <td role="cell" key={index}>
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
