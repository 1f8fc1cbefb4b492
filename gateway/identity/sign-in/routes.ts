import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Provider } from 'oidc-provider';
import { errors } from 'oidc-provider';
import { write } from '../../../subgraphs/kit/errors/languages.ts';
import type { Language } from '../../../subgraphs/kit/errors/languages.ts';
import type { KnownAccount } from '../directory.ts';
import { chooseAccountPage } from '../pages/choose-account.ts';
import { signInPage } from '../pages/sign-in.ts';
import { originOf, pageLanguage, sendMessage, sendPage } from '../answers.ts';
import type { IdentityParts } from '../parts.ts';
import { attemptSignIn } from './attempt.ts';
import type { AttemptOutcome, SignInForm } from './attempt.ts';
import { deviceCookie, newDevice } from './attempts.ts';
import { methods, openAccounts } from './finish.ts';
import type { Method } from './finish.ts';
import { note } from './note.ts';
import { signInRefusals } from './refusals.ts';
import { challengeOf } from './with-signature.ts';

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

/** Of which accounts one is to be chosen; kept with the interaction between two pages. */
interface Candidates {
  method: Method;
  accounts: string[];
}

/** The pages on which people sign in: the OpenID provider sends the browser here, and gets it back with who it was. */
export function signInRoutes(server: FastifyInstance, parts: IdentityParts, provider: () => Promise<Provider>): void {
  const page = '/identity/interaction/:uid';

  server.get(page, (request, reply) =>
    withInteraction(request, reply, async (interaction) => {
      // In demo mode a frontend may say whom: there anybody may act as anybody.
      const wanted = parts.demoAccounts.filter(({ id }) => id === interaction.params.login_hint);
      const [account] = await openAccounts(
        parts,
        wanted.map(({ id }) => id),
      );
      return account ? finish(request, reply, account, 'demo') : showSignIn(request, reply, interaction);
    }),
  );

  server.get(`${page}/challenge`, (request, reply) =>
    withInteraction(request, reply, ({ uid }) =>
      reply
        .type('application/octet-stream')
        .header('content-disposition', 'attachment; filename="qonaq-sign-in.txt"')
        .send(challengeOf('sign-in', uid, parts.publicUrl())),
    ),
  );

  server.post<{ Body: SignInForm }>(page, (request, reply) =>
    withInteraction(request, reply, async (interaction) => {
      const { body } = request;
      if (body.method === 'choose') return chosen(request, reply, interaction, body.account);
      const outcome = await attemptSignIn(parts, body, {
        ...originOf(request),
        cookies: request.cookies,
        challenge: challengeOf('sign-in', interaction.uid, parts.publicUrl()),
      });
      if ('problem' in outcome) {
        parts.logger.warn({ requestId: request.id, ...outcome }, 'sign-in refused');
        return showSignIn(request, reply, interaction, { ...shown(outcome, pageLanguage(request)), email: body.email });
      }
      if (outcome.email) rememberDevice(reply, outcome.email);
      const accounts = await openAccounts(parts, outcome.accounts);
      const [only, ...others] = accounts;
      if (!only) return notLetIn(request, reply, outcome.accounts);
      if (others.length === 0) return finish(request, reply, only, outcome.method);
      return offerChoice(request, reply, interaction, accounts, outcome.method);
    }),
  );

  async function withInteraction(
    request: FastifyRequest,
    reply: FastifyReply,
    answer: (interaction: Interaction) => unknown,
  ): Promise<unknown> {
    try {
      return await answer(await (await provider()).interactionDetails(request.raw, reply.raw));
    } catch (error) {
      if (error instanceof errors.SessionNotFound) return sendMessage(request, reply, 'SIGN_IN_EXPIRED');
      throw error;
    }
  }

  async function showSignIn(
    request: FastifyRequest,
    reply: FastifyReply,
    { uid, params }: Interaction,
    more: Partial<Parameters<typeof signInPage>[0]> = {},
  ): Promise<unknown> {
    const { body, headers, query } = request;
    // The frontend may know better than the browser, and whoever chooses on the page better than both.
    const language = pageLanguage({ body, headers, query: { lang: params.ui_locales, ...(query as object) } });
    const client = await (await provider()).Client.find(String(params.client_id));
    const action = `/identity/interaction/${uid}`;
    const html = signInPage(
      {
        action,
        clientName: client?.clientName ?? '',
        challenge: challengeOf('sign-in', uid, parts.publicUrl()).toString('base64'),
        challengeUrl: `${action}/challenge`,
        ...(parts.demoAccounts.length > 0 && { demoAccounts: [...parts.demoAccounts] }),
        ...more,
      },
      language,
    );
    return sendPage(reply, html, { signing: true, comesBackTo: String(params.redirect_uri) });
  }

  async function offerChoice(
    request: FastifyRequest,
    reply: FastifyReply,
    interaction: Interaction,
    accounts: readonly KnownAccount[],
    method: Method,
  ): Promise<unknown> {
    const candidates: Candidates = { method, accounts: accounts.map(({ id }) => id) };
    Object.assign(interaction, { result: { candidates } });
    await interaction.persist();
    const language = pageLanguage(request);
    const html = chooseAccountPage(
      {
        action: `/identity/interaction/${interaction.uid}`,
        accounts: accounts.map(({ office, city, ...account }) => ({
          ...account,
          ...(office && { office: office.name[language] }),
          ...(city && { city }),
        })),
      },
      language,
    );
    return sendPage(reply, html, { comesBackTo: String(interaction.params.redirect_uri) });
  }

  async function chosen(
    request: FastifyRequest,
    reply: FastifyReply,
    interaction: Interaction,
    id: string | undefined,
  ): Promise<unknown> {
    const candidates = (interaction.result as { candidates?: Candidates } | undefined)?.candidates;
    if (!candidates) return showSignIn(request, reply, interaction);
    const accounts = await openAccounts(parts, candidates.accounts);
    const account = accounts.find((each) => each.id === id);
    return account
      ? finish(request, reply, account, candidates.method)
      : offerChoice(request, reply, interaction, accounts, candidates.method);
  }

  async function finish(
    request: FastifyRequest,
    reply: FastifyReply,
    { id }: KnownAccount,
    method: Method,
  ): Promise<unknown> {
    if (!(await parts.directory.recordSignIn(id, originOf(request)))) return notLetIn(request, reply, [id]);
    const login = { accountId: id, amr: [...methods[method]] };
    const back = await (
      await provider()
    ).interactionResult(request.raw, reply.raw, { login }, { mergeWithLastSubmission: false });
    return reply.redirect(back, 303);
  }

  async function notLetIn(request: FastifyRequest, reply: FastifyReply, accountIds: string[]): Promise<unknown> {
    await note(parts, accountIds, { action: 'signIn', outcome: 'ACCOUNT_NOT_ACTIVE' }, originOf(request));
    return sendMessage(request, reply, 'ACCOUNT_NOT_ACTIVE');
  }

  function rememberDevice(reply: FastifyReply, email: string): void {
    const value = newDevice(parts, email, randomBytes(16).toString('base64url'));
    void reply.setCookie(deviceCookie(email), value, {
      path: '/identity',
      httpOnly: true,
      sameSite: 'lax',
      secure: parts.publicUrl().startsWith('https:'),
      maxAge: 180 * 24 * 60 * 60,
    });
  }
}

/** What the page tells of a refusal: of a signature the reason, of what was typed none. */
function shown(outcome: Extract<AttemptOutcome, { problem: string }>, language: Language) {
  if (outcome.problem !== 'SIGNATURE_INVALID') return outcome;
  return { problem: outcome.problem, reasons: [write(signInRefusals[outcome.reason], language)] };
}
