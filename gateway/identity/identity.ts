import './provider/runtime.ts';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import type { FastifyInstance } from 'fastify';
import type { JSONWebKeySet } from 'jose';
import type { KoaContextWithOIDC } from 'oidc-provider';
import { describeFailure } from '../../subgraphs/kit/errors/describe.ts';
import { answers } from '../../subgraphs/kit/orm/database.ts';
import { Fault } from '../../subgraphs/kit/errors/fault.ts';
import { answerFailure } from '../failures.ts';
import { pageHeaders, pageLanguage, sendMessage } from './answers.ts';
import { invitationRoutes } from './invitation/routes.ts';
import { sweepArtifacts } from './model/artifacts.ts';
import { messagePage } from './pages/message.ts';
import { signInScript } from './pages/sign-in-script-bundle.ts';
import { signInScriptPath } from './pages/signature-form.ts';
import { signOutPage } from './pages/sign-out.ts';
import type { IdentityParts } from './parts.ts';
import { currentProvider } from './provider/current.ts';
import { mountProvider } from './provider/mount.ts';
import type { ProviderPages } from './provider/pages.ts';
import { publicKeys } from './provider/signing-keys.ts';
import { signInRoutes } from './sign-in/routes.ts';

/** How often what has expired is removed, in milliseconds. */
const sweepEvery = 60 * 60 * 1000;

/** The identity provider at work. */
export interface Identity {
  /** Its pages and endpoints. */
  routes(server: FastifyInstance): void;
  /** The public keys of its tokens, as they are now. */
  keys: () => Promise<JSONWebKeySet>;
  /** Whether its database answers. */
  ready(): Promise<boolean>;
  /** Closes its connections. */
  close(): Promise<void>;
}

/** Puts the identity provider together: the OpenID provider, and the pages on which people sign in and accept invitations. */
export function startIdentity(parts: IdentityParts): Identity {
  const script = signInScript();
  const { provider, keys } = currentProvider(parts, providerPages());
  const sweep = () =>
    sweepArtifacts(parts.orm, parts.clock).catch((error: unknown) =>
      parts.logger.warn({ error: String(error) }, 'not swept'),
    );
  const sweeping = setInterval(() => void sweep(), sweepEvery).unref();

  return {
    routes: (server) => {
      void server.register(async (scope) => {
        scope.setErrorHandler((error, request, reply) => {
          if (error instanceof Fault) return answerFailure(parts.logger)(error, request, reply);
          parts.logger.error({ requestId: request.id, error: describeFailure(error) }, 'identity failed');
          return sendMessage(request, reply, 'ERROR');
        });
        mountProvider(scope, provider, parts.publicUrl);
        await scope.register(formbody);
        await scope.register(cookie);
        signInRoutes(scope, parts, provider);
        invitationRoutes(scope, parts);
        scope.get(signInScriptPath, (_request, reply) => reply.type('text/javascript').send(script));
      });
    },
    keys: async () => publicKeys(await keys()),
    ready: () => answers(parts.orm),
    close: async () => {
      clearInterval(sweeping);
      await parts.orm.close();
    },
  };
}

function providerPages(): ProviderPages {
  return {
    signOut: (context, form) =>
      show(context, signOutPage({ form, url: context.url }, languageOf(context)), signOutReturn(context)),
    signedOut: (context) => show(context, messagePage('SIGNED_OUT', { url: context.url }, languageOf(context))),
    failed: (context, { error }) =>
      show(context, messagePage(error === 'invalid_client' ? 'FORBIDDEN_CLIENT' : 'ERROR', {}, languageOf(context))),
  };
}

function show(context: KoaContextWithOIDC, html: string, comesBackTo?: string): Promise<void> {
  context.set(pageHeaders(comesBackTo === undefined ? {} : { comesBackTo }));
  context.body = html;
  return Promise.resolve();
}

function signOutReturn({ oidc }: KoaContextWithOIDC): string | undefined {
  const uri = oidc.params?.post_logout_redirect_uri;
  return typeof uri === 'string' ? uri : undefined;
}

function languageOf({ query, headers }: KoaContextWithOIDC) {
  return pageLanguage({ query, headers, body: undefined });
}
