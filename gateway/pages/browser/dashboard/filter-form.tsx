import { useEffect, useState } from 'react';
import type { SubmitEvent } from 'react';
import { cityNames } from '../../../identity/pages/role-names.ts';
import type { Message } from '../../../../subgraphs/kit/errors/languages.ts';
import type { Visit } from '../shared/open-page.tsx';
import { choices } from './filters.ts';
import type { Filters } from './filters.ts';
import { categoriesOf } from './names.ts';
import { shortName } from './short-name.ts';
import { texts } from './texts.ts';
import { useMissions } from './use-missions.ts';

interface FilterFormParts {
  visit: Visit;
  filters: Filters;
  go: (filters: Filters) => void;
}

/** The period, and what else the cases can be chosen by. Nothing changes before it is sent. */
export function FilterForm({ visit, filters, go }: FilterFormParts) {
  const { say, language } = visit;
  const [draft, setDraft] = useState(filters);
  useEffect(() => setDraft(filters), [filters]);
  const missions = useMissions(visit.ask);
  const wrongPeriod = draft.from > draft.until;
  const { service } = filters;

  const day = (name: 'from' | 'until') => (
    <label>
      {say(texts[name])}
      <input
        type="date"
        name={name}
        required
        value={draft[name]}
        aria-invalid={wrongPeriod || undefined}
        aria-describedby={wrongPeriod ? 'wrong-period' : undefined}
        onChange={({ target }) => setDraft({ ...draft, [name]: target.value })}
      />
    </label>
  );
  const choice = (name: (typeof choices)[typeof service][number], title: Message, options: [string, string][]) => (
    <label>
      {say(title)}
      <select
        name={name}
        value={draft[name] ?? ''}
        onChange={({ target: { value } }) => {
          const chosen = name === 'mission' ? Number(value) : value;
          setDraft({ ...draft, [name]: value === '' ? undefined : chosen });
        }}
      >
        <option value="">{say(texts.all)}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  const written = (names: Record<string, Message>) =>
    Object.entries(names).map(([value, name]): [string, string] => [value, say(name)]);
  const fields = {
    mission: () =>
      choice(
        'mission',
        texts.mission,
        missions
          .map(({ number, name }): [string, string] => [String(number), shortName(say(name))])
          .sort(([, one], [, other]) => one.localeCompare(other, language)),
      ),
    category: () =>
      choice(
        'category',
        service === 'COMPLAINT' ? texts.complainedOf : texts.category,
        written(categoriesOf[service] ?? {}),
      ),
    city: () => choice('city', texts.city, written(cityNames)),
  };

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (!wrongPeriod) go(draft);
  };
  return (
    <form className="filters" aria-label={say(texts.filters)} onSubmit={send}>
      {day('from')}
      {day('until')}
      {choices[service].map((name) => (
        <div key={name}>{fields[name]()}</div>
      ))}
      <button type="submit">{say(texts.show)}</button>
      {wrongPeriod && (
        <p id="wrong-period" role="alert">
          {say(texts.wrongPeriod)}
        </p>
      )}
    </form>
  );
}
