import { write } from '../../../subgraphs/kit/errors/languages.ts';
import type { Language, Message } from '../../../subgraphs/kit/errors/languages.ts';
import { layout } from '../../pages/layout.ts';
import { markup } from '../../../subgraphs/kit/pages/markup.ts';
import { style } from './style.ts';

/** The page that shows recovery codes, once. There is no choice of language: the page can't be had again. */
export function recoveryCodesPage(
  { codes, continueUrl }: { codes: readonly string[]; continueUrl: string },
  language: Language,
): string {
  const say = (message: Message) => write(message, language);
  return layout({
    language,
    title: say(texts.title),
    place: say(texts.place),
    style,
    main: markup`<div class="content">
<h1>${say(texts.title)}</h1>
<p class="explanation">${say(texts.purpose)}</p>
<p class="explanation"><strong>${say(texts.once)}</strong></p>
<ul class="codes">${codes.map((code) => markup`<li class="code">${code}</li>`)}</ul>
<a class="button" href="${continueUrl}">${say(texts.kept)}</a>
</div>`,
  });
}

const texts = {
  place: { kk: 'Кіру', ru: 'Вход', en: 'Signing in' },
  title: { kk: 'Қалпына келтіру кодтары', ru: 'Коды восстановления', en: 'Your recovery codes' },
  purpose: {
    kk: 'Телефоныңыз жоғалса, бір реттік кодтың орнына осы кодтардың біреуін теріңіз. Әрқайсысы бір рет жарайды.',
    ru: 'Если телефон потеряется, введите один из этих кодов вместо одноразового. Каждый действует один раз.',
    en: 'If you lose your phone, type one of these codes in place of the one-time code. Each works once.',
  },
  once: {
    kk: 'Олар тек қазір көрсетіледі. Бетті басып шығарыңыз немесе кодтарды жазып алып, телефоныңыздан бөлек сақтаңыз.',
    ru: 'Они показываются только сейчас. Распечатайте страницу или запишите коды и храните их отдельно от телефона.',
    en: 'They are shown only now. Print this page or write them down, and keep them apart from your phone.',
  },
  kept: { kk: 'Кодтарды сақтап алдым', ru: 'Коды сохранены', en: 'I have kept them' },
} satisfies Record<string, Message>;
