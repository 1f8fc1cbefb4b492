import { explorerPlugin } from '@graphiql/plugin-explorer';

import { useGraphiQL } from '@graphiql/react';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import type { GraphQLSchema } from 'graphql';
import { useEffect, useMemo, useRef, useState } from 'react';
import { roleNames } from '../../../identity/pages/role-names.ts';
import type { Visit } from '../shared/open-page.tsx';
import { DisclosurePanel } from './disclosure-panel.tsx';
import { DisclosureIcon, ShelfIcon } from './icons.tsx';
import type { LinkedOperation } from './linked-operation.ts';
import { Result } from './result.tsx';
import { ShelfPanel } from './shelf-panel.tsx';
import { windowStorage } from './storage.ts';
import { texts } from './texts.ts';
import { useNewTab } from './use-new-tab.ts';
import { VisitContext } from './visit-context.ts';

const explorer = explorerPlugin({ showAttribution: false });

/** GraphiQL for whoever is signed in, with what is ready for the role beside it and what the answer means below. */
export function Workbench({ visit, linked }: { visit: Visit; linked: LinkedOperation | undefined }) {
  const { say, person } = visit;
  // The editor asks for the schema anew with each new fetcher: this one stays.
  const current = useRef(visit);
  useEffect(() => {
    current.current = visit;
  }, [visit]);
  const [fetcher] = useState(() => (operation: Parameters<Visit['ask']>[0]) => current.current.ask(operation));
  const [disclosing, setDisclosing] = useState(false);
  const shelfTitle = say(texts.shelf);
  const disclosureTitle = say(texts.disclosure);
  const shelf = useMemo(() => ({ title: shelfTitle, icon: ShelfIcon, content: ShelfPanel }), [shelfTitle]);
  const plugins = useMemo(() => {
    const disclosure = { title: disclosureTitle, icon: DisclosureIcon, content: DisclosurePanel };
    return [shelf, explorer, HISTORY_PLUGIN, ...(disclosing ? [disclosure] : [])];
  }, [shelf, disclosing, disclosureTitle]);
  const welcome = say(texts.welcome, { role: say(roleNames[person.role]) });
  return (
    <VisitContext value={visit}>
      <GraphiQL
        fetcher={fetcher}
        storage={windowStorage}
        plugins={plugins}
        visiblePlugin={shelf}
        onSchemaChange={(schema) => setDisclosing(disclosable(schema))}
        defaultQuery={`# ${welcome}\n\n{\n  me {\n    role\n    unreadNotifications\n  }\n}\n`}
        defaultEditorToolsVisibility="variables"
        isHeadersEditorEnabled={false}
        showPersistHeadersSettings={false}
      >
        <GraphiQL.Logo> </GraphiQL.Logo>
        <GraphiQL.Footer>
          {linked && <Linked operation={linked} />}
          <Result visit={visit} />
        </GraphiQL.Footer>
      </GraphiQL>
    </VisitContext>
  );
}

/** Opens the operation of a link, once the editors are there. */
function Linked({ operation: { query, variables } }: { operation: LinkedOperation }) {
  const openTab = useNewTab();
  const ready = useGraphiQL(({ queryEditor, variableEditor }) => Boolean(queryEditor && variableEditor));
  const opened = useRef(false);
  useEffect(() => {
    if (!ready || opened.current) return;
    opened.current = true;
    openTab(query, variables);
  }, [ready, openTab, query, variables]);
  return null;
}

function disclosable(schema: GraphQLSchema): boolean {
  return schema.getMutationType()?.getFields().requestDisclosure !== undefined;
}
