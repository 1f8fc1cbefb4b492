import { interactionPolicy } from 'oidc-provider';

const { base, Check } = interactionPolicy;

/** When somebody is asked to sign in: as usual, and when the account of the session isn't let in any more. */
export function signInPolicy() {
  const policy = base();
  policy.get('login')!.checks.add(
    new Check('account_not_active', 'End-User authentication is required', ({ oidc }) =>
      oidc.session?.accountId && !oidc.account ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT,
    ),
  );
  return policy;
}
