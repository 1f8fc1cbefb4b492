import { messages } from '../../../../subgraphs/kit/errors/messages.ts';
import type { GraphError } from '../shared/ask.ts';
import type { Visit } from '../shared/open-page.tsx';
import { advice } from './error-advice.ts';
import { texts } from './texts.ts';

/** Errors of an answer in words: what each means, what to do, everything that is wrong with the input, and the number to be quoted. */
export function Errors({ errors, visit: { say } }: { errors: readonly GraphError[]; visit: Visit }) {
  return (
    <ul className="errors">
      {errors.map(({ message, path, extensions: { code, problems = [], requestId, retryAfter } }, index) => (
        <li key={index}>
          <p>
            <code>{code}</code> {path && <code className="quiet">{path.join('.')}</code>}
          </p>
          <p>
            <strong>{say(messages[code])}</strong> {say(advice[code], { seconds: retryAfter ?? 60 })}
          </p>
          {message !== '' && message !== say(messages[code]) && problems.length === 0 && (
            <p className="quiet">{message}</p>
          )}
          {problems.length > 0 && (
            <>
              <p>{say(texts.problems)}:</p>
              <ul>
                {problems.map((problem, place) => (
                  <li key={place}>
                    <code>{problem.path.join('.')}</code> {problem.message}{' '}
                    {problem.reference && <span className="quiet">({problem.reference})</span>}
                  </li>
                ))}
              </ul>
            </>
          )}
          {requestId && (
            <p className="quiet">
              {say(texts.requestId)}: <code>{requestId}</code>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
