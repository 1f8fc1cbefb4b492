import { chartTexts } from '../chart-texts.ts';
import { Figure, useDrawing } from '../figure.tsx';
import type { Reason } from '../query.ts';
import { Bars } from './bars.tsx';

interface ReasonsParts {
  part: 'refusalGrounds' | 'missingDocuments';
  reasons: Reason[];
}

/** Why cases were refused, or not accepted; the most frequent reason first. */
export function Reasons({ part, reasons }: ReasonsParts) {
  const { say, filters } = useDrawing();
  // The order on the residence names no grounds: what is told is the step.
  const words = chartTexts[part === 'refusalGrounds' && filters.service !== 'IIN' ? 'refusalSteps' : part];
  const ranked = [...reasons].sort((one, other) => (other.count ?? 0) - (one.count ?? 0));
  return (
    <Figure part={part} words={words} empty={reasons.length === 0}>
      <Bars
        title={words.title}
        heads={[words.head, chartTexts.cases]}
        rows={ranked.map(({ code, text, count }) => ({ key: code, label: say(text), count }))}
      />
    </Figure>
  );
}
