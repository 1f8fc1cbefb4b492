import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import '@graphiql/plugin-explorer/style.css';
import { openPage } from '../shared/open-page.tsx';
import { takeLinkedOperation } from './linked-operation.ts';
import { Workbench } from './workbench.tsx';
import './graphiql.css';
import './panels.css';

let linked: ReturnType<typeof takeLinkedOperation>;
await openPage('/graphiql', (visit) => {
  linked ??= takeLinkedOperation();
  return <Workbench visit={visit} linked={linked} />;
});
