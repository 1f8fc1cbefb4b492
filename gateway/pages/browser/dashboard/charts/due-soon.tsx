import { chartTexts } from '../chart-texts.ts';
import { Figure, useDrawing } from '../figure.tsx';
import { writeDay, writeWeekday } from '../format.ts';
import type { Due } from '../query.ts';
import { Bars } from './bars.tsx';

/** What has to be done on each of the next days. */
export function DueSoon({ days }: { days: Due[] }) {
  const { language } = useDrawing();
  const words = chartTexts.dueSoon;
  return (
    <Figure part="dueSoon" words={words} empty={days.every(({ count }) => count === 0)}>
      <Bars
        title={words.title}
        heads={[words.day, chartTexts.cases]}
        rows={days.map(({ day, count }) => ({
          key: day,
          label: `${writeWeekday(day, language)} ${writeDay(day, language)}`,
          count,
        }))}
      />
    </Figure>
  );
}
