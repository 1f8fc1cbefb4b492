import { write } from '../../../subgraphs/kit/errors/languages.ts';
import type { Language, Message } from '../../../subgraphs/kit/errors/languages.ts';
import { layout } from '../../pages/layout.ts';
import { Markup, markup } from '../../../subgraphs/kit/pages/markup.ts';
import { style } from './style.ts';

/** What the sign-out page shows. */
export interface SignOut {
  /** The OpenID provider's own form, which has the id `op.logoutForm`; it stands in the page as it is. */
  form: string;
  /** Path and query of the page, by which it can be had in another language. */
  url?: string;
}

/** The page that asks whether to sign out: an application alone can't sign anybody out. */
export function signOutPage({ form, url }: SignOut, language: Language): string {
  const say = (message: Message) => write(message, language);
  return layout({
    language,
    title: say(texts.title),
    place: say(texts.place),
    url,
    style,
    main: markup`<div class="content">
<h1>${say(texts.title)}</h1>
<p class="explanation">${say(texts.meaning)}</p>
${new Markup(form)}
<button form="op.logoutForm" name="logout" value="yes" autofocus>${say(texts.yes)}</button>
<button form="op.logoutForm" class="second">${say(texts.no)}</button>
</div>`,
  });
}

const texts = {
  place: { kk: 'Шығу', ru: 'Выход', en: 'Signing out' },
  title: { kk: 'Жүйеден шығасыз ба?', ru: 'Выйти из системы?', en: 'Sign out?' },
  meaning: {
    kk: 'Осы браузерде барлық қолданбалардан шығасыз. Сақталмаған өзгерістер жоғалуы мүмкін.',
    ru: 'В этом браузере вы выйдете из всех приложений. Несохранённые изменения могут пропасть.',
    en: 'You will be signed out of every application in this browser. What is not saved there may be lost.',
  },
  yes: { kk: 'Иә, шығамын', ru: 'Да, выйти', en: 'Yes, sign me out' },
  no: { kk: 'Жоқ, жүйеде қаламын', ru: 'Нет, остаться', en: 'No, stay signed in' },
} satisfies Record<string, Message>;
