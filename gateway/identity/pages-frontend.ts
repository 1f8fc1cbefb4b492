import type { Frontend } from './parts.ts';

/** GraphiQL and the dashboard, to which people sign in as to any other frontend. */
export function pagesFrontend(publicUrl: string): Frontend {
  return {
    id: 'pages',
    name: 'Qonaq',
    redirectUris: ['/graphiql', '/dashboard'].map((path) => publicUrl + path),
    postLogoutRedirectUris: [`${publicUrl}/`],
  };
}
