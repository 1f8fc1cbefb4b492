import { write } from '../../kit/errors/languages.ts';
import type { Language, Message } from '../../kit/errors/languages.ts';
import type { Letter } from '../../kit/mail/mailer.ts';
import { NOTICES } from '../../kit/notices/kinds.ts';
import type { Notice } from '../../kit/notices/notice-table.ts';
import { specimenText } from '../../kit/pages/specimen.ts';
import { writeMoment } from '../../kit/pages/moment.ts';
import { letterPage, letterText } from './letter-layout.ts';

const words = {
  place: { kk: 'хабарлама', ru: 'уведомление', en: 'notice' },
  open: { kk: 'Кабинетті ашу', ru: 'Открыть кабинет', en: 'Open the cabinet' },
  moment: { kk: '{moment}, Астана уақыты', ru: '{moment}, время Астаны', en: '{moment}, Astana time' },
  required: {
    kk: 'Бұл хабарлама қызмет көрсету қағидалары бойынша жіберіледі.',
    ru: 'Это уведомление направляется по правилам оказания услуги.',
    en: 'You are sent this notice as the rules of the service require.',
  },
  optional: {
    kk: 'Мұндай хаттарды кабинетте өшіруге болады.',
    ru: 'Такие письма можно отключить в кабинете.',
    en: 'Letters like this can be switched off in the cabinet.',
  },
  nobodyReads: {
    kk: 'Бұл хатқа жауап бермеңіз: жауаптарды ешкім оқымайды.',
    ru: 'Не отвечайте на это письмо: ответы никто не читает.',
    en: 'Please do not answer: nobody reads the answers.',
  },
} satisfies Record<string, Message>;

/** To whom a letter goes, in which language, and where it leads to. */
export interface Addressee {
  to: string;
  language: Language;
  cabinetUrl: string;
  /** Whether the installation is one of demo mode. */
  specimen: boolean;
}

/**
 * A notice as a letter: what was told, when, and where more of it can be read. It names nobody.
 *
 * @param id of the delivery: the letter's own however often it is sent.
 */
export function noticeLetter(
  id: string,
  { kind, title, text, at }: Pick<Notice, 'kind' | 'title' | 'text' | 'at'>,
  { to, language, cabinetUrl, specimen }: Addressee,
): Letter {
  const { required } = NOTICES[kind];
  const say = (message: Message, params = {}) => write(message, language, params);
  const parts = {
    language,
    place: say(words.place),
    specimen: specimen ? say(specimenText) : undefined,
    title: title[language],
    paragraphs: [text[language]],
    link: { url: cabinetUrl, text: say(words.open) },
    moment: say(words.moment, { moment: writeMoment(at, language) }),
    footer: [required ? say(words.required) : say(words.optional), say(words.nobodyReads)],
  };
  return {
    id,
    to,
    subject: title[language],
    text: letterText(parts),
    html: letterPage(parts),
    at,
    switchedOffAt: required ? undefined : cabinetUrl,
  };
}
