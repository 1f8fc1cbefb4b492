import type { DemoChoice } from '../../gateway/identity/parts.ts';
import { chooseAccountPage } from '../../gateway/identity/pages/choose-account.ts';
import { contentPolicy } from '../../gateway/identity/pages/content-policy.ts';
import { invitationPage } from '../../gateway/identity/pages/invitation.ts';
import type { Invitation } from '../../gateway/identity/pages/invitation.ts';
import { messagePage } from '../../gateway/identity/pages/message.ts';
import type { MessageKind } from '../../gateway/identity/pages/message.ts';
import { recoveryCodesPage } from '../../gateway/identity/pages/recovery-codes.ts';
import { signInPage } from '../../gateway/identity/pages/sign-in.ts';
import type { SignIn } from '../../gateway/identity/pages/sign-in.ts';
import { signOutPage } from '../../gateway/identity/pages/sign-out.ts';
import type { Language } from '../../subgraphs/kit/errors/languages.ts';

/** A page as it is served. */
export interface SamplePage {
  html: (language: Language) => string;
  /** Whether NCALayer can sign on it. */
  signing?: boolean;
}

const challenge = Buffer.from('sign me').toString('base64');
const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** What stands in the QR code of the invitation. */
export const oneTimeCodeUri = `otpauth://totp/Qonaq:a.serik%40mfa.example?issuer=Qonaq&secret=${secret}&algorithm=SHA1&digits=6&period=30`;

/** A sign-in page; its forms are sent to its own address. */
export function signIn(name: string, data: Partial<SignIn> = {}): SamplePage {
  const fixed = { action: `/pages/${name}`, clientName: 'Consul workplace', challenge, challengeUrl: '/challenge' };
  return { html: (language) => signInPage({ ...fixed, ...data }, language), signing: true };
}

/** An invitation. */
export function invitation(name: string, data: Partial<Invitation> = {}): SamplePage {
  const fixed: Invitation = {
    action: `/pages/${name}`,
    challenge,
    challengeUrl: '/challenge',
    name: 'Aliya Serik',
    role: 'authorised_employee',
    office: 'Ministry of Foreign Affairs of the Republic of Kazakhstan',
    email: 'a.serik@mfa.example',
    oneTimeCodeSecret: secret,
    oneTimeCodeUri,
    shortestPassword: 12,
  };
  return { html: (language) => invitationPage({ ...fixed, ...data }, language), signing: true };
}

const demoAccounts: DemoChoice[] = [
  { id: 'c13', name: 'Consul Demo of mission 13', role: 'consul' },
  { id: 'op', name: 'Nurlan Demo', role: 'iin_operator' },
];
const longName = 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren';
const accounts = [
  { id: 'a1', name: 'Aliya Serik', role: 'consul', office: 'Embassy in Germany' },
  { id: 'a2', name: 'Aliya Serik', role: 'kkq_officer', city: 'ALMATY' },
  { id: 'a3', name: `Aliya ${longName}`, role: 'applicant' },
] as const;
const codes = Array.from({ length: 10 }, (_, place) => `k7wqe-${place}mn4t-x9${place}rh`);
const form =
  '<form id="op.logoutForm" method="post" action="/pages/sign-out"><input type="hidden" name="xsrf" value="x1"/></form>';
const message = (kind: MessageKind, more: Parameters<typeof messagePage>[1] = {}): SamplePage => ({
  html: (language) => messagePage(kind, more, language),
});

/** Every page, and every state that looks different. */
export const samplePages: Record<string, SamplePage> = {
  'sign-in': signIn('sign-in'),
  'sign-in-long': signIn('sign-in-long', { clientName: longName }),
  'sign-in-wrong': signIn('sign-in-wrong', { email: 'a.serik@mfa.example', problem: 'WRONG' }),
  'sign-in-later': signIn('sign-in-later', {
    email: 'a.serik@mfa.example',
    problem: 'TRY_LATER',
    tryAgainAt: Temporal.Instant.from('2026-03-05T19:30:00Z'),
  }),
  'sign-in-signature': signIn('sign-in-signature', {
    problem: 'SIGNATURE_INVALID',
    reasons: ['The certificate had been revoked.'],
  }),
  'sign-in-demo': signIn('sign-in-demo', { demoAccounts }),
  'choose-account': { html: (language) => chooseAccountPage({ action: '/pages/choose-account', accounts }, language) },
  invitation: invitation('invitation'),
  'invitation-wrong': invitation('invitation-wrong', {
    problems: ['PASSWORD_SHORT', 'PASSWORDS_DIFFER', 'CODE_WRONG'],
  }),
  'invitation-long': invitation('invitation-long', { name: longName, office: longName }),
  'invitation-signature': invitation('invitation-signature', { problems: ['SIGNATURE_INVALID'] }),
  'recovery-codes': { html: (language) => recoveryCodesPage({ codes, continueUrl: '/pages/accepted' }, language) },
  'sign-out': {
    html: (language) => signOutPage({ form, url: '/pages/sign-out?client_id=workplace&state=a%26b' }, language),
  },
  expired: message('INVITATION_USED_OR_EXPIRED'),
  accepted: message('INVITATION_ACCEPTED', { url: '/pages/accepted' }),
  inactive: message('ACCOUNT_NOT_ACTIVE', { requestId: '01a2089a-c219-73dd-9208-3e06ea8869b1' }),
  late: message('SIGN_IN_EXPIRED'),
  'signed-out': message('SIGNED_OUT', { url: '/pages/signed-out' }),
  error: message('ERROR', { requestId: '01a2089a-c219-73dd-9208-3e06ea8869b1' }),
  forbidden: message('FORBIDDEN_CLIENT'),
};

/** The headers that a page is served with. */
export function headersOf({ signing = false }: SamplePage, formActionOrigins: string[]): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentPolicy({ signing, formActionOrigins }),
  };
}

/** What somebody might call themselves to run a script in the page of somebody else. */
export const hostileText = `"><img src=x onerror=alert(1)><script>alert(2)</script>' autofocus onfocus='alert(3)'&lt;b>`;

/** Pages on which all that anybody can have a hand in is hostile. */
export const hostilePages: Record<string, SamplePage> = {
  'hostile-sign-in': signIn('hostile-sign-in', {
    action: hostileText,
    clientName: hostileText,
    email: hostileText,
    problem: 'SIGNATURE_INVALID',
    reasons: [hostileText],
    demoAccounts: [{ id: hostileText, name: hostileText, role: 'consul' }],
    challenge: hostileText,
    challengeUrl: hostileText,
  }),
  'hostile-choose-account': {
    html: (language) =>
      chooseAccountPage(
        {
          action: hostileText,
          accounts: [{ id: hostileText, name: hostileText, role: 'consul', office: hostileText }],
        },
        language,
      ),
  },
  'hostile-invitation': invitation('hostile-invitation', {
    action: hostileText,
    name: hostileText,
    office: hostileText,
    email: hostileText,
    oneTimeCodeSecret: hostileText,
    oneTimeCodeUri: hostileText,
  }),
  'hostile-recovery-codes': {
    html: (language) => recoveryCodesPage({ codes: [hostileText], continueUrl: hostileText }, language),
  },
  'hostile-error': message('ERROR', { requestId: hostileText, url: hostileText }),
  'hostile-sign-out': { html: (language) => signOutPage({ form, url: hostileText }, language) },
};
