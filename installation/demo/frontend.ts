import type { Frontend } from '../../gateway/identity/parts.ts';

/** A frontend for trying things out: any program on this computer that listens on 127.0.0.1. */
export const demoFrontend: Frontend = {
  id: 'demo',
  name: 'Qonaq demo',
  redirectUris: ['http://127.0.0.1/callback'],
  postLogoutRedirectUris: ['http://127.0.0.1/signed-out'],
  native: true,
};
