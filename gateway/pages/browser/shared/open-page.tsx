import { useLayoutEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { roleNames } from '../../../identity/pages/role-names.ts';
import { write } from '../../../../subgraphs/kit/errors/languages.ts';
import type { Language, Message } from '../../../../subgraphs/kit/errors/languages.ts';
import type { Role } from '../../../../subgraphs/kit/viewer/roles.ts';
import { ask } from './ask.ts';
import type { Answer, Operation } from './ask.ts';
import { Frame } from './frame.tsx';
import type { Place } from './frame.tsx';
import { keepLanguage, pageLanguage } from './language.ts';
import { signedIn } from './session.ts';
import type { Session } from './session.ts';
import { texts } from './texts.ts';

/** Who is signed in. */
export interface Person {
  id: string;
  name: string;
  role: Role;
}

/** What a page is given to work with. */
export interface Visit {
  person: Person;
  language: Language;
  /** A text in the language chosen. */
  say: (message: Message, params?: Record<string, string | number>) => string;
  /** Asks the graph as the person, for texts in the language chosen. */
  ask: <Data>(operation: Operation) => Promise<Answer<Data>>;
}

/** Opens a page within its frame, for whoever is signed in by then. */
export async function openPage(place: Place, content: (visit: Visit) => ReactNode): Promise<void> {
  const root = createRoot(document.getElementById('page')!);
  try {
    const session = await signedIn(place);
    root.render(<SignedIn place={place} session={session} person={await whoIs(session)} content={content} />);
  } catch {
    const language = pageLanguage();
    root.render(
      <Frame place={place} language={language} choose={(each) => (keepLanguage(each), location.reload())}>
        <p className="notice" role="alert">
          {texts.unreachable[language]}
        </p>
      </Frame>,
    );
  }
}

async function whoIs(session: Session): Promise<Person> {
  const query = '{ me { account { id name } role } }';
  const { data } = await ask<{ me: { account: Omit<Person, 'role'>; role: Role } }>(session, 'en', { query });
  const { account, role } = data!.me;
  return { ...account, role };
}

interface SignedInParts {
  place: Place;
  session: Session;
  person: Person;
  content: (visit: Visit) => ReactNode;
}

function SignedIn({ place, session, person, content }: SignedInParts) {
  const [language, setLanguage] = useState(pageLanguage);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = (chosen: Language) => {
    keepLanguage(chosen);
    setLanguage(chosen);
  };
  const who = { name: person.name, role: roleNames[person.role][language] };
  return (
    <Frame place={place} language={language} who={who} choose={choose} signOut={() => session.signOut()}>
      {content({
        person,
        language,
        say: (message, params) => write(message, language, params),
        ask: (operation) => ask(session, language, operation),
      })}
    </Frame>
  );
}
