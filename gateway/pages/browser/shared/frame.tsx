import type { ReactNode } from 'react';
import { colours } from '../../colours.ts';
import type { Language, Message } from '../../../../subgraphs/kit/errors/languages.ts';
import { languageNames } from '../../language-names.ts';
import { texts } from './texts.ts';
import './frame.css';

/** The pages that run in the browser. */
export type Place = '/graphiql' | '/dashboard';

interface FrameParts {
  place: Place;
  language: Language;
  /** Who is signed in, and as what. */
  who?: { name: string; role: string } | undefined;
  choose: (language: Language) => void;
  signOut?: (() => void) | undefined;
  children: ReactNode;
}

/** What stands around each page: the product's name, the way to the other pages, the choice of language, who is signed in, and the way out. */
export function Frame({ place, language, who, choose, signOut, children }: FrameParts) {
  const say = (message: Message) => message[language];
  const link = (path: string, text: string) => (
    <a href={`${path}?lang=${language}`} aria-current={path === place ? 'page' : undefined}>
      {text}
    </a>
  );
  return (
    <>
      <style href="colours" precedence="base">
        {colours}
      </style>
      <header className="frame">
        <span className="frame-name">Qonaq</span>
        <nav aria-label={say(texts.pages)}>
          {link('/', say(texts.home))}
          {link('/graphiql', 'GraphiQL')}
          {link('/dashboard', say(texts.dashboard))}
        </nav>
        <div className="frame-person">
          {who && (
            <p>
              <strong>{who.name}</strong> <span>{who.role}</span>
            </p>
          )}
          {signOut && (
            <button type="button" onClick={signOut}>
              {say(texts.signOut)}
            </button>
          )}
        </div>
        <div className="frame-languages" role="group" aria-label={say(texts.language)}>
          {Object.entries(languageNames).map(([each, { short, full }]) => (
            <button
              type="button"
              key={each}
              lang={each}
              title={full}
              aria-pressed={each === language}
              onClick={() => choose(each as Language)}
            >
              {short}
            </button>
          ))}
        </div>
      </header>
      <main className="page">{children}</main>
    </>
  );
}
