import { chartTexts } from '../chart-texts.ts';
import { Figure, useDrawing } from '../figure.tsx';
import { daysLater, mondayOf } from '../filters.ts';
import { writeCount, writeDay, writeShare } from '../format.ts';
import type { Counts, Group } from '../query.ts';
import { isKnown } from '../numbers.tsx';
import { decidedOf, shareOnTime } from '../share.ts';
import { numberTexts, texts } from '../texts.ts';
import { ShareLine } from './share-line.tsx';
import { Table } from './table.tsx';

/** What was decided on time, by the week of receipt. */
export function Weeks({ weeks, counts }: { weeks: Group[]; counts: Counts }) {
  const { say, language, filters } = useDrawing();
  const words = chartTexts.weeks;
  const numbers = (['onTime', 'late', 'lateWithIncident'] as const).filter((name) => isKnown(name, filters.service));
  const shares = everyWeek(filters.from, filters.until).map((week) => {
    const group = weeks.find(({ key }) => key === week);
    return { week, counts: group?.counts, share: group && shareOnTime(group.counts) };
  });
  const known = shares.filter((each) => each.share !== undefined) as { week: string; share: number }[];
  const all = shareOnTime(counts);
  const lowest = known.reduce((low, each) => (each.share < low.share ? each : low), known[0] ?? { week: '', share: 1 });
  const summary = [
    all !== undefined &&
      say(words.all, {
        share: writeShare(all, language),
        onTime: writeCount(counts.onTime, language),
        decided: writeCount(decidedOf(counts), language),
      }),
    lowest.share < 1 &&
      say(words.lowest, { week: writeDay(lowest.week, language), share: writeShare(lowest.share, language) }),
  ].filter((sentence) => sentence !== false);

  return (
    <Figure part="weeks" words={words} empty={known.length === 0} size="wide">
      <p className="summary">{summary.join(' ')}</p>
      <ShareLine label={`${say(words.title)}. ${summary.join(' ')}`} shares={shares} />
      <details>
        <summary>{say(texts.asTable)}</summary>
        <Table
          title={words.title}
          heads={[words.week, words.share, ...numbers.map((name) => numberTexts[name].name)]}
          rows={shares.map(({ week, share, counts: ofWeek }) => ({
            key: week,
            label: writeDay(week, language),
            cells: [
              share === undefined ? say(texts.none) : writeShare(share, language),
              ...numbers.map((name) => writeCount(ofWeek ? ofWeek[name] : 0, language)),
            ],
          }))}
        />
      </details>
    </Figure>
  );
}

/** The Monday of each week of a period, also of those in which nothing happened. */
function everyWeek(from: string, until: string): string[] {
  const weeks = [];
  for (let week = mondayOf(from); week <= until; week = daysLater(week, 7)) weeks.push(week);
  return weeks;
}
