import { createContext, useContext, useId } from 'react';
import type { ReactNode } from 'react';
import type { Language, Message } from '../../../../subgraphs/kit/errors/languages.ts';
import type { Visit } from '../shared/open-page.tsx';
import { addressOf } from './use-filters.ts';
import type { Filters } from './filters.ts';
import { graphiqlAddress, queryFor, selections } from './query.ts';
import type { Part } from './query.ts';
import { texts } from './texts.ts';

/** What every picture is drawn with. */
export interface Drawing {
  language: Language;
  say: Visit['say'];
  /** What the numbers were counted with. */
  filters: Filters;
  go: (filters: Filters) => void;
}

const DrawingContext = createContext<Drawing | undefined>(undefined);

/** Gives all that is within it what pictures are drawn with. */
export const Draw = DrawingContext.Provider;

/** What the picture is drawn with. */
export function useDrawing(): Drawing {
  return useContext(DrawingContext)!;
}

interface FigureParts {
  /** The part of the statistics that is shown. */
  part: Part;
  words: { title: Message; hint: Message };
  /** Where there is room for two: whether it takes the whole width, or is as tall as three. */
  size?: 'wide' | 'tall' | undefined;
  /** Whether there is nothing to show. */
  empty: boolean;
  children: ReactNode;
}

/** A picture with its title, what it is of, and the way to the query behind it. */
export function Figure({ part, words, size, empty, children }: FigureParts) {
  const { say, filters } = useDrawing();
  const id = useId();
  return (
    <section className={`figure ${size ?? ''}`} aria-labelledby={id}>
      <h2 id={id}>{say(words.title)}</h2>
      <p className="hint">{say(words.hint)}</p>
      {empty ? <p className="nothing">{say(texts.empty)}</p> : children}
      <p className="behind">
        <a href={graphiqlAddress(queryFor([selections[part]]), filters)} aria-describedby={id}>
          {say(texts.query)}
        </a>
      </p>
    </section>
  );
}

/** A link to the page with other filters, which it shows without being loaded again. */
export function FilterLink({
  to,
  go,
  current,
  children,
}: {
  to: Filters;
  go: (filters: Filters) => void;
  current?: boolean;
  children: ReactNode;
}) {
  return (
    <a
      href={addressOf(to)}
      aria-current={current ? 'page' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </a>
  );
}
