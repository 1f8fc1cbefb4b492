import { languages, write } from '../../subgraphs/kit/errors/languages.ts';
import type { Language, Message } from '../../subgraphs/kit/errors/languages.ts';
import { layout } from '../pages/layout.ts';
import { markup } from '../../subgraphs/kit/pages/markup.ts';
import { locales, writeMoment } from '../../subgraphs/kit/pages/moment.ts';
import { seal } from '../pages/seal.ts';
import type { Sign } from '../pages/seal.ts';
import { styleSource } from '../pages/style.ts';
import { style } from './verification-style.ts';
import { documentKinds, explanations, headlines, words } from './verification-texts.ts';
import type { Verdict } from './verification-texts.ts';

/** What is known of a printed document: nothing personal. */
export interface CheckedDocument {
  state: 'VALID' | 'REPLACED' | 'REVOKED';
  /** One of the kinds of the graph, such as `REGISTRATION_CERTIFICATE`. */
  kind: string;
  /** Astana date, as `2026-03-05`. */
  issuedOn: string;
  /** Printed in demo mode: without legal force. */
  specimen: boolean;
}

/** What the page may load and run: its own style, nothing else. */
export const contentPolicy = [
  "default-src 'none'",
  `style-src ${styleSource(style)}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const signs: Record<Verdict, Sign> = {
  VALID: 'CHECK',
  REPLACED: 'ARROWS',
  REVOKED: 'CROSS',
  UNKNOWN: 'QUESTION',
  UNREACHABLE: 'CLOCK',
};

/** The page as HTML: the verdict in all three languages, the rest in the one chosen. Nothing that came with the request stands in it. */
export function verificationPage(
  verdict: Verdict,
  document: CheckedDocument | undefined,
  checkedAt: Temporal.Instant,
  language: Language,
): string {
  const say = (message: Message) => write(message, language);
  const others = languages.filter((other) => other !== language);
  return layout({
    language,
    title: say(headlines[verdict]),
    place: say(words.title),
    url: '',
    style,
    look: document?.specimen ? 'SPECIMEN' : verdict,
    main: markup`${document?.specimen && markup`<p class="specimen">${say(words.specimen)}</p>`}
<div class="verdict">
${seal(signs[verdict])}
<h1>${say(headlines[verdict])}</h1>
<p class="others">${others.map((other) => markup`<span lang="${other}">${headlines[verdict][other]}</span>`)}</p>
<p class="explanation">${say(document?.specimen ? words.specimenMeaning : explanations[verdict])}</p>
</div>
<dl>
${facts(document, checkedAt, language).map(([name, value]) => markup`<div><dt>${say(name)}</dt><dd>${value}</dd></div>`)}
</dl>`,
    footer: say(words.privacy),
  });
}

function facts(
  document: CheckedDocument | undefined,
  checkedAt: Temporal.Instant,
  language: Language,
): [Message, string][] {
  const rows: [Message, string][] = [[words.checkedAt, writeMoment(checkedAt, language)]];
  if (!document) return rows;
  const day = Temporal.PlainDate.from(document.issuedOn).toLocaleString(locales[language], { dateStyle: 'long' });
  rows.unshift([words.issuedOn, day]);
  const kind = documentKinds[document.kind];
  if (kind) rows.unshift([words.kind, kind[language]]);
  return rows;
}
