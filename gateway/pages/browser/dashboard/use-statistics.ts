import { useCallback, useEffect, useState } from 'react';
import type { GraphError } from '../shared/ask.ts';
import type { Visit } from '../shared/open-page.tsx';
import { writeFilters } from './filters.ts';
import type { Filters } from './filters.ts';
import { pageQuery } from './query.ts';
import type { Statistics } from './query.ts';

/** What is known of the statistics that were asked for. */
export type Known =
  | { state: 'LOADING' }
  | { state: 'COUNTED'; filters: Filters; statistics: Statistics }
  | { state: 'FORBIDDEN' }
  | { state: 'FAILED'; errors: GraphError[] };

/** Asks for the statistics as often as the filters change. Until the answer is there, `busy`, the former ones stay. */
export function useStatistics(filters: Filters, ask: Visit['ask']): { known: Known; busy: boolean; again: () => void } {
  const [known, setKnown] = useState<Known>({ state: 'LOADING' });
  const [busy, setBusy] = useState(true);
  const [attempt, setAttempt] = useState(0);
  const asked = writeFilters(filters);
  useEffect(() => {
    let wanted = true;
    setBusy(true);
    void ask<{ statistics: Statistics | null }>({ query: pageQuery(filters.service), variables: { filter: filters } })
      .then(({ data, errors = [] }): Known => {
        if (data?.statistics) return { state: 'COUNTED', filters, statistics: data.statistics };
        const forbidden = errors.some(({ extensions }) => extensions.code === 'FORBIDDEN');
        return forbidden ? { state: 'FORBIDDEN' } : { state: 'FAILED', errors };
      })
      .then((answer) => {
        // Somebody who clicks on isn't shown what they asked for before.
        if (!wanted) return;
        setKnown(answer);
        setBusy(false);
      });
    return () => {
      wanted = false;
    };
    // What is asked depends on the filters alone; texts come in all languages.
    // (`ask` is another function each time that the page is drawn.)
  }, [asked, attempt]);
  return { known, busy, again: useCallback(() => setAttempt((before) => before + 1), []) };
}
