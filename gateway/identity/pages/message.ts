import { languages, write } from '../../../subgraphs/kit/errors/languages.ts';
import type { Language, Message } from '../../../subgraphs/kit/errors/languages.ts';
import { layout } from '../../pages/layout.ts';
import { markup } from '../../../subgraphs/kit/pages/markup.ts';
import { seal } from '../../pages/seal.ts';
import type { Sign } from '../../pages/seal.ts';
import { explanations, headlines } from './message-texts.ts';
import { style } from './style.ts';

/** What a page can tell that asks for nothing. */
export type MessageKind = keyof typeof headlines;

const looks: Record<MessageKind, { sign: Sign; look: 'GOOD' | 'WARNING' | 'BAD' | 'PLAIN' }> = {
  INVITATION_USED_OR_EXPIRED: { sign: 'CLOCK', look: 'WARNING' },
  INVITATION_ACCEPTED: { sign: 'CHECK', look: 'GOOD' },
  ACCOUNT_NOT_ACTIVE: { sign: 'CROSS', look: 'BAD' },
  SIGN_IN_EXPIRED: { sign: 'CLOCK', look: 'WARNING' },
  SIGNED_OUT: { sign: 'CHECK', look: 'PLAIN' },
  ERROR: { sign: 'EXCLAMATION', look: 'BAD' },
  FORBIDDEN_CLIENT: { sign: 'CROSS', look: 'BAD' },
};

/** What a message comes with. */
export interface MessageCircumstances {
  /** The number of the request, for whoever asks for help. */
  requestId?: string;
  /** Path and query of the page where it can be had again in another language, unchanged. */
  url?: string;
}

/** A page that tells one thing, and what to do next: the headline in all three languages, the rest in the one chosen. */
export function messagePage(kind: MessageKind, { requestId, url }: MessageCircumstances, language: Language): string {
  const say = (message: Message) => write(message, language);
  const others = languages.filter((other) => other !== language);
  const { sign, look } = looks[kind];
  return layout({
    language,
    title: say(headlines[kind]),
    place: say(place),
    url,
    style,
    look,
    main: markup`<div class="verdict">
${seal(sign)}
<h1>${say(headlines[kind])}</h1>
<p class="others">${others.map((other) => markup`<span lang="${other}">${headlines[kind][other]}</span>`)}</p>
<p class="explanation">${say(explanations[kind])}</p>
</div>
${requestId !== undefined && markup`<dl><div><dt>${say(requestNumber)}</dt><dd class="code">${requestId}</dd></div></dl>`}`,
  });
}

const place: Message = { kk: 'Кіру', ru: 'Вход', en: 'Signing in' };
const requestNumber: Message = {
  kk: 'Сұраудың нөмірі: көмек сұрағанда айтыңыз',
  ru: 'Номер запроса: назовите его, когда просите о помощи',
  en: 'Number of the request: tell it when you ask for help',
};
