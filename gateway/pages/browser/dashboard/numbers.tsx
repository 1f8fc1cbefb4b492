import type { CSSProperties } from 'react';
import { useDrawing } from './figure.tsx';
import type { Service } from './filters.ts';
import { writeCount } from './format.ts';
import { countNames, graphiqlAddress, queryFor, selections } from './query.ts';
import type { Statistics } from './query.ts';
import { numberTexts, texts } from './texts.ts';

/** The headline numbers; each leads to the query that it comes from. */
export function Numbers({ statistics: { counts, overdue } }: { statistics: Statistics }) {
  const { say, language, filters } = useDrawing();
  const numbers = countNames.filter((name) => isKnown(name, filters.service));
  const shown = [
    ...numbers.map((name) => ({ name, count: counts[name], selection: `counts { ${name} }` })),
    { name: 'overdue' as const, count: overdue, selection: selections.overdue },
  ];
  return (
    <section aria-label={say(texts.numbers)}>
      <dl className="numbers" style={{ '--columns': shown.length / 2 } as CSSProperties}>
        {shown.map(({ name, count, selection }) => (
          <div key={name} className={count && (name === 'late' || name === 'overdue') ? 'alarming' : undefined}>
            <dt>
              {say(numberTexts[name].name)}
              {numberTexts[name].note && <small> {say(numberTexts[name].note)}</small>}
            </dt>
            <dd>
              <a
                href={graphiqlAddress(queryFor([selection]), filters)}
                title={say(texts.query)}
                aria-label={`${say(numberTexts[name].name)}: ${writeCount(count, language)}. ${say(texts.query)}`}
                className={count === null ? 'held-back' : undefined}
              >
                {writeCount(count, language)}
              </a>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Whether a number means something for a service: what isn't accepted, and what is late for a failure of the systems, is told of applications for a number alone. */
export function isKnown(name: (typeof countNames)[number], service: Service): boolean {
  return service === 'IIN' || (name !== 'refusedAcceptance' && name !== 'lateWithIncident');
}
