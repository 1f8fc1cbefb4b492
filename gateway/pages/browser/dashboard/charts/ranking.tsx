import { chartTexts } from '../chart-texts.ts';
import { FilterLink, Figure, useDrawing } from '../figure.tsx';
import type { Filters } from '../filters.ts';
import { writeCount, writeShare } from '../format.ts';
import type { Group } from '../query.ts';
import { shareOnTime } from '../share.ts';
import { shortName } from '../short-name.ts';
import { numberTexts, texts } from '../texts.ts';
import { Bars } from './bars.tsx';

/** How many are shown before the others have to be asked for. */
const first = 12;

/** By what the groups are, which the page can be narrowed down to. */
const narrowed = {
  missions: (key: string) => ({ mission: Number(key) }),
  categories: (category: string) => ({ category }),
  cities: (city: string) => ({ city }) as Partial<Filters>,
  offices: undefined,
};

/** Missions, categories, cities or offices, the busiest first. */
export function Ranking({ part, groups }: { part: keyof typeof narrowed; groups: Group[] }) {
  const { say, language, filters, go } = useDrawing();
  const words = chartTexts[part];
  const narrow = narrowed[part];
  const ranked = [...groups].sort((one, other) => (other.counts.received ?? 0) - (one.counts.received ?? 0));
  return (
    <Figure part={part} words={words} empty={groups.length === 0} size={part === 'missions' ? 'tall' : undefined}>
      <Bars
        title={words.title}
        heads={[words.head, numberTexts.received.name, numberTexts.inWork.name, numberTexts.onTime.name]}
        first={first}
        rows={ranked.map(({ key, name, counts }) => {
          const share = shareOnTime(counts);
          const label = shortName(say(name));
          return {
            key,
            label: narrow ? (
              <FilterLink to={{ ...filters, ...narrow(key) }} go={go}>
                {label}
              </FilterLink>
            ) : (
              label
            ),
            count: counts.received,
            more: [
              writeCount(counts.inWork, language),
              share === undefined ? say(texts.none) : writeShare(share, language),
            ],
          };
        })}
      />
    </Figure>
  );
}
