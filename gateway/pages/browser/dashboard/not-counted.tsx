import { roleNames } from '../../../identity/pages/role-names.ts';
import type { GraphError } from '../shared/ask.ts';
import type { Visit } from '../shared/open-page.tsx';
import { FilterLink } from './figure.tsx';
import type { Filters } from './filters.ts';
import { texts } from './texts.ts';

interface ForbiddenParts {
  visit: Visit;
  filters: Filters;
  go: (filters: Filters) => void;
}

/** Tells whose role doesn't let them see these statistics who may, and what they can do instead. */
export function Forbidden({ visit: { say, person }, filters: { from, until }, go }: ForbiddenParts) {
  const isManager = person.role === 'manager';
  return (
    <section className="notice" aria-labelledby="forbidden">
      <h2 id="forbidden">{say(texts.forbiddenTitle)}</h2>
      <p>{isManager ? say(texts.forbiddenManager) : say(texts.forbidden, { role: say(roleNames[person.role]) })}</p>
      <p>
        {isManager ? (
          <FilterLink to={{ service: 'IIN', from, until }} go={go}>
            {say(texts.insteadManager)}
          </FilterLink>
        ) : (
          <a href="/graphiql">{say(texts.insteadQuery)}</a>
        )}
      </p>
      {!isManager && <p>{say(texts.insteadAccount)}</p>}
    </section>
  );
}

interface FailedParts {
  visit: Visit;
  errors: GraphError[];
  again: () => void;
}

/** Tells what kept the statistics from being counted, in the graph's own words where it said some. */
export function Failed({ visit: { say }, errors, again }: FailedParts) {
  const said = errors.flatMap(
    ({ message, extensions: { problems } }) => problems?.map((each) => each.message) ?? message,
  );
  return (
    <section className="notice" role="alert">
      <h2>{say(texts.failed)}</h2>
      {said.map((message) => (
        <p key={message}>{message}</p>
      ))}
      <button type="button" onClick={again}>
        {say(texts.again)}
      </button>
    </section>
  );
}
