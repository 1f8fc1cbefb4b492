import { write } from '../../../subgraphs/kit/errors/languages.ts';
import type { Language, Message } from '../../../subgraphs/kit/errors/languages.ts';
import type { City, Role } from '../../../subgraphs/kit/viewer/roles.ts';
import { layout } from '../../pages/layout.ts';
import { markup } from '../../../subgraphs/kit/pages/markup.ts';
import type { Markup } from '../../../subgraphs/kit/pages/markup.ts';
import { form } from './form.ts';
import { cityNames, roleNames } from './role-names.ts';
import { style } from './style.ts';

/** One of the accounts of a person. */
export interface AccountChoice {
  id: string;
  name: string;
  role: Role;
  /** In the language of the page. */
  office?: string;
  city?: City;
}

/** The page on which somebody with several accounts says which one to use. There is no choice of language: asked for again, the page would begin anew. */
export function chooseAccountPage(
  { action, accounts }: { action: string; accounts: readonly AccountChoice[] },
  language: Language,
): string {
  const say = (message: Message) => write(message, language);
  const choice = markup`<fieldset>
<legend class="quiet">${say(texts.several)}</legend>
${accounts.map((account, place) => option(account, place === 0, language))}
</fieldset>
<button>${say(texts.next)}</button>`;
  return layout({
    language,
    title: say(texts.title),
    place: say(texts.place),
    style,
    main: markup`<div class="content">
<h1>${say(texts.title)}</h1>
${form(action, 'choose', language, choice)}
</div>`,
  });
}

function option({ id, name, role, office, city }: AccountChoice, first: boolean, language: Language): Markup {
  const place = office ?? (city && write(cityNames[city], language));
  return markup`<label class="account">
<input type="radio" name="account" value="${id}" required${first && markup` autofocus`}>
<span><strong>${write(roleNames[role], language)}</strong>${place !== undefined && markup`<span>${place}</span>`}<span class="quiet">${name}</span></span>
</label>`;
}

const texts = {
  place: { kk: 'Кіру', ru: 'Вход', en: 'Signing in' },
  title: { kk: 'Есептік жазбаны таңдаңыз', ru: 'Выберите учётную запись', en: 'Choose an account' },
  several: {
    kk: 'Сізде бірнеше есептік жазба бар. Қайсысымен жұмыс істейсіз?',
    ru: 'У вас несколько учётных записей. С какой вы будете работать?',
    en: 'You have several accounts. Which one will you work with?',
  },
  next: { kk: 'Жалғастыру', ru: 'Продолжить', en: 'Continue' },
} satisfies Record<string, Message>;
