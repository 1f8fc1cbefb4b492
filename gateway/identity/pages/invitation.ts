import { write } from '../../../subgraphs/kit/errors/languages.ts';
import type { Language, Message } from '../../../subgraphs/kit/errors/languages.ts';
import type { Role } from '../../../subgraphs/kit/viewer/roles.ts';
import { layout } from '../../pages/layout.ts';
import { markup } from '../../../subgraphs/kit/pages/markup.ts';
import type { Markup } from '../../../subgraphs/kit/pages/markup.ts';
import { field, form } from './form.ts';
import { problemTexts, texts } from './invitation-texts.ts';
import { qrCode } from './one-time-code.ts';
import { roleNames } from './role-names.ts';
import { signatureForm, signInScriptPath } from './signature-form.ts';
import type { SignatureForm } from './signature-form.ts';
import { style } from './style.ts';

/** What the invitation page shows. */
export interface Invitation extends SignatureForm {
  name: string;
  role: Role;
  /** In the language of the page. */
  office?: string;
  email: string;
  /** Base32. */
  oneTimeCodeSecret: string;
  /** The same for the QR code, as `otpauth:`. */
  oneTimeCodeUri: string;
  /** The fewest characters of a password. */
  shortestPassword: number;
  /** What was wrong with what was sent last. */
  problems?: readonly (keyof typeof problemTexts)[];
}

type Place = 'password' | 'passwordAgain' | 'code' | 'signature-wrong';

const places: Record<keyof typeof problemTexts, Place> = {
  PASSWORD_SHORT: 'password',
  PASSWORD_LONG: 'password',
  PASSWORD_COMMON: 'password',
  PASSWORDS_DIFFER: 'passwordAgain',
  CODE_WRONG: 'code',
  SIGNATURE_INVALID: 'signature-wrong',
};

/** The page on which somebody who was invited, or has to begin anew, chooses what to sign in with. */
export function invitationPage(data: Invitation, language: Language): string {
  const { action, name, role, office, problems = [], shortestPassword } = data;
  const say = (message: Message) => write(message, language, { shortest: shortestPassword, name });
  const said = problems.map((problem) => ({ place: places[problem], text: say(problemTexts[problem]) }));
  const signatureWrong = said.find(({ place }) => place === 'signature-wrong');
  return layout({
    language,
    title: say(texts.title),
    place: say(texts.place),
    url: action,
    style,
    script: signInScriptPath,
    main: markup`<div class="content">
<h1>${say(texts.title)}</h1>
<p class="quiet">${say(texts.welcome)}</p>
<dl class="invited">
<div><dt>${say(texts.role)}</dt><dd>${write(roleNames[role], language)}</dd></div>
${office !== undefined && markup`<div><dt>${say(texts.office)}</dt><dd>${office}</dd></div>`}
</dl>
${
  said.length > 0 &&
  markup`<div class="summary" role="alert">
<p>${say(texts.problems)}</p>
<ul>${said.map(({ place, text }) => markup`<li><a href="#${place}">${text}</a></li>`)}</ul>
</div>`
}
<h2 class="way">${say(texts.withPassword)}</h2>
${form(action, 'password', language, passwordForm(data, said, say))}
<p class="or">${say(texts.or)}</p>
<h2>${say(texts.withSignature)}</h2>
${signatureWrong && markup`<p class="wrong" id="signature-wrong" tabindex="-1" autofocus>${signatureWrong.text}</p>`}
<p class="quiet">${say(texts.signatureMeaning)}</p>
${signatureForm(data, language, signatureWrong && 'signature-wrong')}
</div>`,
  });
}

function passwordForm(
  { email, oneTimeCodeSecret, oneTimeCodeUri }: Invitation,
  said: readonly { place: Place; text: string }[],
  say: (message: Message) => string,
): Markup {
  const wrong = (name: Place) => said.find(({ place }) => place === name)?.text;
  const first = said.length > 0 ? said[0]!.place : 'password';
  const passwordField = field({
    name: 'password',
    label: say(texts.password),
    type: 'password',
    autocomplete: 'new-password',
    hint: say(texts.passwordHint),
    wrong: wrong('password'),
    focus: first === 'password',
  });
  const passwordAgainField = field({
    name: 'passwordAgain',
    label: say(texts.passwordAgain),
    type: 'password',
    autocomplete: 'new-password',
    wrong: wrong('passwordAgain'),
    focus: first === 'passwordAgain',
  });
  const codeField = field({
    name: 'code',
    label: say(texts.code),
    autocomplete: 'one-time-code',
    digits: true,
    wrong: wrong('code'),
    focus: first === 'code',
  });
  return markup`${field({ name: 'email', label: say(texts.email), type: 'email', autocomplete: 'username', value: email, hint: say(texts.emailHint), kind: 'FIXED' })}
${passwordField}
${passwordAgainField}
<h3>${say(texts.app)}</h3>
<p class="quiet">${say(texts.appMeaning)}</p>
<div class="secret">
${qrCode(oneTimeCodeUri, say(texts.qr))}
<p><span class="quiet">${say(texts.key)}</span> <span class="code">${oneTimeCodeSecret.replace(/.{4}(?=.)/g, '$& ')}</span></p>
<p class="on-this-phone"><a href="${oneTimeCodeUri}">${say(texts.onThisPhone)}</a></p>
</div>
${codeField}
<button>${say(texts.accept)}</button>`;
}
