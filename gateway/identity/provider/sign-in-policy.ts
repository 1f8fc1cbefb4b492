import { interactionPolicy } from 'oidc-provider';

const { base, Check } = interactionPolicy;

/**
 * When somebody is asked to sign in: as usual, when the account of the session isn't let in any more, and each time for a program on the person's own computer,
 * since any other one there could pretend to be it (RFC 8252, 8.6). Nobody is asked whether a frontend of the product may know who they are.
 */
export function signInPolicy() {
  const policy = base();
  policy.remove('consent');
  const { checks } = policy.get('login')!;
  checks.add(
    new Check('account_not_active', 'End-User authentication is required', ({ oidc }) =>
      oidc.session?.accountId && !oidc.account ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT,
    ),
  );
  checks.add(
    new Check('native_client', 'End-User authentication is required', ({ oidc }) =>
      oidc.client?.applicationType === 'native' && !oidc.result?.login ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT,
    ),
  );
  return policy;
}
