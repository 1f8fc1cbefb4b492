import { useEffect } from 'react';
import type { Visit } from '../shared/open-page.tsx';
import { FilterForm } from './filter-form.tsx';
import { FilterLink, Draw } from './figure.tsx';
import type { Service } from './filters.ts';
import { writeDay, writeMoment } from './format.ts';
import { serviceNames, serviceTitles } from './names.ts';
import { Failed, Forbidden } from './not-counted.tsx';
import { Numbers } from './numbers.tsx';
import { Pictures } from './pictures.tsx';
import { texts } from './texts.ts';
import { useFilters } from './use-filters.ts';
import { useStatistics } from './use-statistics.ts';

/** The whole page: what is shown, and what the statistics say of it. */
export function Dashboard({ visit }: { visit: Visit }) {
  const { say, language } = visit;
  const [filters, go] = useFilters();
  const { known, busy, again } = useStatistics(filters, visit.ask);
  const title = say(serviceTitles[filters.service]);
  useEffect(() => {
    document.title = `${title} · ${say(texts.title)} · Qonaq`;
  }, [title, say]);

  const heading = (
    <h1>
      {say(texts.title)}: {title}
    </h1>
  );
  if (known.state === 'FORBIDDEN' && visit.person.role !== 'manager')
    return (
      <div className="dashboard">
        {heading}
        <Forbidden visit={visit} filters={filters} go={go} />
      </div>
    );
  return (
    <div className="dashboard">
      {heading}
      <nav className="services" aria-label={say(texts.services)}>
        {(Object.keys(serviceNames) as Service[]).map((service) => (
          <FilterLink
            key={service}
            to={{ service, from: filters.from, until: filters.until }}
            go={go}
            current={service === filters.service}
          >
            {say(serviceNames[service])}
          </FilterLink>
        ))}
      </nav>
      <FilterForm visit={visit} filters={filters} go={go} />
      <p className="as-of" role="status">
        {busy && say(texts.loading)}
        {!busy && known.state === 'COUNTED' && (
          <>
            {say(texts.receivedIn, {
              from: writeDay(filters.from, language, { year: 'numeric' }),
              until: writeDay(filters.until, language, { year: 'numeric' }),
            })}
            {'. '}
            {say(texts.asOf, { moment: writeMoment(known.statistics.asOf, language) })}
          </>
        )}
      </p>
      {known.state === 'COUNTED' && (
        <div className={busy ? 'counted busy' : 'counted'} aria-busy={busy}>
          <Draw value={{ language, say, filters: known.filters, go }}>
            <Numbers statistics={known.statistics} />
            <Pictures statistics={known.statistics} />
          </Draw>
        </div>
      )}
      {known.state === 'FORBIDDEN' && <Forbidden visit={visit} filters={filters} go={go} />}
      {known.state === 'FAILED' && <Failed visit={visit} errors={known.errors} again={again} />}
    </div>
  );
}
