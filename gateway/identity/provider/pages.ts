import type { ErrorOut, KoaContextWithOIDC } from 'oidc-provider';

/** The pages that the provider itself shows. */
export interface ProviderPages {
  /** Asks whether to sign out; the form is the provider's. */
  signOut: (context: KoaContextWithOIDC, form: string) => Promise<void>;
  signedOut: (context: KoaContextWithOIDC) => Promise<void>;
  /** Something of the request is wrong, and there is nowhere to send the browser back to. */
  failed: (context: KoaContextWithOIDC, out: ErrorOut, error: Error) => Promise<void>;
}
