import { useEffect, useState } from 'react';
import { readFilters, today, writeFilters } from './filters.ts';
import type { Filters } from './filters.ts';

/** What the address of the page asks for, and the way to another address, from which the browser's button leads back. */
export function useFilters(): [Filters, (filters: Filters) => void] {
  const [filters, setFilters] = useState(inAddress);
  useEffect(() => {
    const follow = () => setFilters(inAddress());
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const go = (chosen: Filters) => {
    history.pushState(null, '', addressOf(chosen));
    setFilters(chosen);
  };
  return [filters, go];
}

/** The address of the page with other filters; the language that it names stays. */
export function addressOf(filters: Filters): string {
  const language = new URLSearchParams(location.search).get('lang');
  return `${location.pathname}${writeFilters(filters)}${language ? `&lang=${encodeURIComponent(language)}` : ''}`;
}

function inAddress(): Filters {
  return readFilters(location.search, today(new Date()));
}
