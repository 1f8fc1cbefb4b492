import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { signedIn } from '../shared/session.ts';

const session = await signedIn('/graphiql');
createRoot(document.getElementById('page')!).render(
  <GraphiQL
    fetcher={async (operation) => {
      const response = await session.fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(operation),
      });
      return response.json();
    }}
  />,
);
