import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { GraphiQL } from 'graphiql';
import { openPage } from '../shared/open-page.tsx';
import './graphiql.css';

await openPage('/graphiql', (visit) => <GraphiQL fetcher={(operation) => visit.ask(operation)} />);
