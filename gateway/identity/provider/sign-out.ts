import type { KoaContextWithOIDC } from 'oidc-provider';
import type { CallOrigin } from '../directory.ts';
import type { IdentityParts } from '../parts.ts';
import { note } from '../sign-in/note.ts';

/** Has it written into the journal that somebody signed out, before the browser is told. */
export function noteSignOut(parts: IdentityParts) {
  return async (context: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> => {
    await next();
    const { oidc } = context;
    const accountId =
      oidc?.route === 'end_session_confirm' && oidc.params?.logout ? oidc.session?.accountId : undefined;
    if (accountId) await note(parts, [accountId], { action: 'signOut', outcome: 'DONE' }, callOriginOf(context));
  };
}

/** From where a request of the provider comes: as the mount has told it. */
export function callOriginOf(context: KoaContextWithOIDC): CallOrigin {
  return { address: context.ip, requestId: context.get('x-request-id') };
}
