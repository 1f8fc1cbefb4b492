import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { shortestPassword } from '../credentials/passwords.ts';
import { originOf, pageLanguage, sendMessage, sendPage } from '../answers.ts';
import { invitationPage } from '../pages/invitation.ts';
import { recoveryCodesPage } from '../pages/recovery-codes.ts';
import type { IdentityParts } from '../parts.ts';
import { acceptWithPassword, acceptWithSignature, findInvitation } from './accept.ts';
import type { InvitationForm, InvitationProblem, OpenInvitation } from './accept.ts';

interface Invited {
  Params: { secret: string };
  Body: InvitationForm;
}

/** The pages on which somebody who was invited chooses what to sign in with. */
export function invitationRoutes(server: FastifyInstance, parts: IdentityParts): void {
  const page = '/identity/invitation/:secret';

  server.get<Invited>(page, async (request, reply) => {
    const invitation = await findInvitation(parts, request.params.secret);
    return invitation ? show(request, reply, invitation) : sendMessage(request, reply, 'INVITATION_USED_OR_EXPIRED');
  });

  server.get<Invited>(`${page}/challenge`, async (request, reply) => {
    const invitation = await findInvitation(parts, request.params.secret);
    if (!invitation) return sendMessage(request, reply, 'INVITATION_USED_OR_EXPIRED');
    return reply
      .type('application/octet-stream')
      .header('content-disposition', 'attachment; filename="qonaq-invitation.txt"')
      .send(invitation.challenge);
  });

  server.post<Invited>(page, async (request, reply) => {
    const invitation = await findInvitation(parts, request.params.secret);
    if (!invitation) return sendMessage(request, reply, 'INVITATION_USED_OR_EXPIRED');
    const { body } = request;
    const outcome =
      body.method === 'signature'
        ? await acceptWithSignature(parts, invitation, body, originOf(request))
        : await acceptWithPassword(parts, invitation, body, originOf(request));
    if (!outcome) return sendMessage(request, reply, 'INVITATION_USED_OR_EXPIRED');
    if ('problems' in outcome) return show(request, reply, invitation, outcome.problems);
    if ('refusal' in outcome) return show(request, reply, invitation, ['SIGNATURE_INVALID']);
    if ('bound' in outcome) return sendMessage(request, reply, 'INVITATION_ACCEPTED');
    const html = recoveryCodesPage(
      { codes: outcome.recoveryCodes, continueUrl: '/identity/invitation-accepted' },
      pageLanguage(request),
    );
    return sendPage(reply, html);
  });

  server.get('/identity/invitation-accepted', (request, reply) => sendMessage(request, reply, 'INVITATION_ACCEPTED'));
}

function show(
  request: FastifyRequest<Invited>,
  reply: FastifyReply,
  { email, account, oneTimeCode, challenge }: OpenInvitation,
  problems: InvitationProblem[] = [],
): FastifyReply {
  const language = pageLanguage(request);
  const action = `/identity/invitation/${request.params.secret}`;
  const html = invitationPage(
    {
      action,
      name: account.name,
      role: account.role,
      ...(account.office && { office: account.office.name[language] }),
      email,
      oneTimeCodeSecret: oneTimeCode.base32,
      oneTimeCodeUri: oneTimeCode.uri,
      shortestPassword,
      problems,
      challenge: challenge.toString('base64'),
      challengeUrl: `${action}/challenge`,
    },
    language,
  );
  return sendPage(reply, html, { signing: true }, problems.length > 0 ? 400 : 200);
}
