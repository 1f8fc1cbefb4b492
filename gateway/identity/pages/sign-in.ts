import { write } from '../../../subgraphs/kit/errors/languages.ts';
import type { Language, Message } from '../../../subgraphs/kit/errors/languages.ts';
import { layout } from '../../pages/layout.ts';
import { markup } from '../../../subgraphs/kit/pages/markup.ts';
import type { Markup } from '../../../subgraphs/kit/pages/markup.ts';
import { writeMoment } from '../../../subgraphs/kit/pages/moment.ts';
import type { DemoChoice } from '../parts.ts';
import { field, form } from './form.ts';
import { roleNames } from './role-names.ts';
import { signatureForm, signInScriptPath } from './signature-form.ts';
import type { SignatureForm } from './signature-form.ts';
import { texts } from './sign-in-texts.ts';
import { style } from './style.ts';

/** What the sign-in page shows. */
export interface SignIn extends SignatureForm {
  /** The application that somebody signs in for. */
  clientName: string;
  /** What was typed last. */
  email?: string | undefined;
  /** Why the last attempt failed. */
  problem?: 'WRONG' | 'TRY_LATER' | 'SIGNATURE_INVALID';
  /** When the next attempt is allowed, after too many. */
  tryAgainAt?: Temporal.Instant;
  /** What is wrong with the signature, in the language of the page. */
  reasons?: readonly string[];
  /** Accounts that anybody may act as; in demo mode only. */
  demoAccounts?: readonly DemoChoice[];
}

/** The page on which people sign in: with a password and a code in one step, or with a signature. It never says which of what was typed is wrong. */
export function signInPage(data: SignIn, language: Language): string {
  const { action, clientName, email, problem, demoAccounts } = data;
  const say = (message: Message) => write(message, language);
  const focus = focusOf(data);
  const wrongElsewhere = problem === 'WRONG' ? 'problem' : undefined;
  const emailField = field({
    name: 'email',
    label: say(texts.email),
    type: 'email',
    autocomplete: 'username',
    value: email,
    wrongElsewhere,
    focus: focus === 'email',
  });
  const passwordField = field({
    name: 'password',
    label: say(texts.password),
    type: 'password',
    autocomplete: 'current-password',
    wrongElsewhere,
    focus: focus === 'password',
  });
  const codeField = field({
    name: 'code',
    label: say(texts.code),
    autocomplete: 'one-time-code',
    digits: true,
    hint: say(texts.codeHint),
    kind: 'OPTIONAL',
    wrongElsewhere,
  });
  const recoveryCodeField = field({
    name: 'recoveryCode',
    label: say(texts.recoveryCode),
    autocomplete: 'off',
    hint: say(texts.recoveryHint),
    kind: 'OPTIONAL',
  });
  const passwordForm = markup`${emailField}
${passwordField}
${codeField}
<details>
<summary>${say(texts.noApp)}</summary>
${recoveryCodeField}
</details>
<button>${say(texts.signIn)}</button>`;
  return layout({
    language,
    title: say(texts.title),
    place: say(texts.place),
    url: action,
    style,
    script: signInScriptPath,
    main: markup`${demoAccounts && demoForm(action, demoAccounts, focus === 'account', language)}
<div class="content">
<h1>${say(texts.title)}</h1>
<p class="quiet">${write(texts.client, language, { client: clientName })}</p>
${problem && summary(data, focus === 'problem', language)}
${form(action, 'password', language, passwordForm)}
<p class="or">${say(texts.or)}</p>
<h2>${say(texts.signature)}</h2>
<p class="quiet">${say(texts.signatureMeaning)}</p>
${signatureForm(data, language, problem === 'SIGNATURE_INVALID' ? 'problem' : undefined)}
</div>`,
    footer: say(texts.warning),
  });
}

/** Where somebody begins: what comes first, or what is to be typed again. */
function focusOf({ problem, demoAccounts, email }: SignIn): 'problem' | 'account' | 'email' | 'password' {
  if (problem === 'TRY_LATER' || problem === 'SIGNATURE_INVALID') return 'problem';
  if (!problem && demoAccounts) return 'account';
  return email ? 'password' : 'email';
}

function summary({ problem, tryAgainAt, reasons = [] }: SignIn, focus: boolean, language: Language): Markup {
  const moment = tryAgainAt && writeMoment(tryAgainAt, language);
  const text = {
    WRONG: texts.wrong,
    TRY_LATER: moment ? texts.tryLaterAt : texts.tryLater,
    SIGNATURE_INVALID: texts.signatureInvalid,
  }[problem!];
  return markup`<div class="summary" id="problem" role="alert" tabindex="-1"${focus && markup` autofocus`}>
<p>${write(text, language, moment ? { moment } : {})}</p>
${reasons.length > 0 && markup`<ul>${reasons.map((reason) => markup`<li>${reason}</li>`)}</ul>`}
</div>`;
}

function demoForm(action: string, accounts: readonly DemoChoice[], focus: boolean, language: Language): Markup {
  const say = (message: Message) => write(message, language);
  const choice = markup`<label for="account">${say(texts.demoAccount)}</label>
<select id="account" name="account"${focus && markup` autofocus`}>
${accounts.map(({ id, name, role }) => markup`<option value="${id}">${say(roleNames[role])}: ${name}</option>`)}
</select>
<button class="second">${say(texts.demoSignIn)}</button>`;
  return markup`<section class="demo" aria-labelledby="demo">
<h2 class="specimen" id="demo">${say(texts.demo)}</h2>
${form(action, 'demo', language, choice)}
</section>`;
}
