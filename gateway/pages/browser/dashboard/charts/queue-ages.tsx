import { chartTexts } from '../chart-texts.ts';
import { Figure, useDrawing } from '../figure.tsx';
import type { QueueAge } from '../query.ts';
import { Bars } from './bars.tsx';

/** How long those in work have waited. */
export function QueueAges({ ages }: { ages: QueueAge[] }) {
  const { say } = useDrawing();
  const words = chartTexts.queueAges;
  const written = ({ fromDays, toDays }: QueueAge) => {
    if (toDays === null) return say(words.from, { from: fromDays });
    return fromDays === toDays ? String(fromDays) : `${fromDays}–${toDays}`;
  };
  return (
    <Figure part="queueAges" words={words} empty={ages.every(({ count }) => count === 0)}>
      <Bars
        title={words.title}
        heads={[words.age, chartTexts.cases]}
        rows={ages.map((age) => ({ key: String(age.fromDays), label: written(age), count: age.count }))}
      />
    </Figure>
  );
}
