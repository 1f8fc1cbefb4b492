import { useGraphiQL } from '@graphiql/react';
import { useContext, useState } from 'react';
import { readyOperations } from './ready-operations.ts';
import { sampleVariables } from './sample-variables.ts';
import { texts } from './texts.ts';
import { useNewTab } from './use-new-tab.ts';
import { VisitContext } from './visit-context.ts';

/** The operations that are ready for the role of whoever is signed in; a press opens one in a new tab, with variables to begin from. */
export function ShelfPanel() {
  const { person, say } = useContext(VisitContext)!;
  const [wanted, setWanted] = useState('');
  const schema = useGraphiQL((state) => state.schema);
  const openTab = useNewTab();
  const found = readyOperations(person.role).filter(({ title, description }) =>
    `${title} ${description}`.toLowerCase().includes(wanted.trim().toLowerCase()),
  );
  return (
    <section className="shelf panel" aria-labelledby="shelf">
      <h2 id="shelf">{say(texts.shelf)}</h2>
      <label>
        {say(texts.find)}
        <input type="search" value={wanted} onChange={({ target }) => setWanted(target.value)} />
      </label>
      {found.length === 0 && <p>{say(texts.nothing)}</p>}
      <ul>
        {found.map(({ title, description, kind, text }) => (
          <li key={text} lang="en">
            <button type="button" onClick={() => openTab(text, schema ? sampleVariables(text, schema) : '')}>
              {title}
            </button>
            <span className={`kind ${kind}`}>{say(texts[kind])}</span>
            <p>{description}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
