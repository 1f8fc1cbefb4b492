import { DueSoon } from './charts/due-soon.tsx';
import { QueueAges } from './charts/queue-ages.tsx';
import { Ranking } from './charts/ranking.tsx';
import { Reasons } from './charts/reasons.tsx';
import { Steps } from './charts/steps.tsx';
import { Weeks } from './charts/weeks.tsx';
import { useDrawing } from './figure.tsx';
import { pictures } from './query.ts';
import type { Part, Statistics } from './query.ts';
import { texts } from './texts.ts';

/** The pictures of a service, or the word that there is nothing to draw. */
export function Pictures({ statistics }: { statistics: Statistics }) {
  const { say, filters } = useDrawing();
  const { received, refusedAcceptance } = statistics.counts;
  if (received === 0 && refusedAcceptance === 0) return <p className="notice">{say(texts.nothing)}</p>;
  return (
    <div className="pictures">
      {pictures[filters.service].map((part) => (
        <Picture key={part} part={part} statistics={statistics} />
      ))}
    </div>
  );
}

function Picture({ part, statistics }: { part: Part; statistics: Statistics }) {
  switch (part) {
    case 'weeks':
      return <Weeks weeks={statistics.weeks ?? []} counts={statistics.counts} />;
    case 'queueAges':
      return <QueueAges ages={statistics.queueAges ?? []} />;
    case 'dueSoon':
      return <DueSoon days={statistics.dueSoon ?? []} />;
    case 'missions':
    case 'categories':
    case 'cities':
    case 'offices':
      return <Ranking part={part} groups={statistics[part] ?? []} />;
    case 'steps':
      return <Steps steps={statistics.steps ?? []} />;
    case 'refusalGrounds':
    case 'missingDocuments':
      return <Reasons part={part} reasons={statistics[part] ?? []} />;
    case 'counts':
    case 'overdue':
      return null;
  }
}
