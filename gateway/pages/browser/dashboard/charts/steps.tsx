import { chartTexts } from '../chart-texts.ts';
import { Figure, useDrawing } from '../figure.tsx';
import { writeCount, writeHours } from '../format.ts';
import type { Step } from '../query.ts';
import { texts } from '../texts.ts';
import { Bars } from './bars.tsx';

/** How many came through each step of a service, and how long it took. */
export function Steps({ steps }: { steps: Step[] }) {
  const { say, language } = useDrawing();
  const words = chartTexts.steps;
  const time = (hours: number | null) => (hours === null ? say(texts.none) : writeHours(hours, language));
  return (
    <Figure part="steps" words={words} empty={steps.length === 0} size="wide">
      <Bars
        title={words.title}
        heads={[words.step, words.ended, words.running, words.median, words.percentile90]}
        rows={steps.map(({ step, name, count, running, medianHours, percentile90Hours }) => ({
          key: step,
          label: say(name),
          count,
          more: [writeCount(running, language), time(medianHours), time(percentile90Hours)],
        }))}
      />
    </Figure>
  );
}
