import { createHash } from 'node:crypto';
import { languages, write } from '../../subgraphs/kit/errors/languages.ts';
import type { Language, Message } from '../../subgraphs/kit/errors/languages.ts';
import { sealOf } from './verification-seal.ts';
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
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const locales: Record<Language, string> = { kk: 'kk-KZ', ru: 'ru-KZ', en: 'en-GB' };
const names: Record<Language, { short: string; full: string }> = {
  kk: { short: 'Қаз', full: 'Қазақша' },
  ru: { short: 'Рус', full: 'Русский' },
  en: { short: 'Eng', full: 'English' },
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
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${say(headlines[verdict])} · Qonaq</title>
<style>${style}</style>
</head>
<body class="${document?.specimen ? 'SPECIMEN' : verdict}">
<header>
<p><span class="name">Qonaq</span> · ${say(words.title)}</p>
<nav aria-label="${say(words.language)}">${languages.map((each) => choice(each, language)).join('')}</nav>
</header>
<main>
${document?.specimen ? `<p class="specimen">${say(words.specimen)}</p>` : ''}
<div class="verdict">
${sealOf(verdict)}
<h1>${say(headlines[verdict])}</h1>
<p class="others">${others.map((other) => `<span lang="${other}">${headlines[verdict][other]}</span>`).join('')}</p>
<p class="explanation">${say(document?.specimen ? words.specimenMeaning : explanations[verdict])}</p>
</div>
<dl>
${facts(document, checkedAt, language)
  .map(([name, value]) => `<div><dt>${say(name)}</dt><dd>${value}</dd></div>`)
  .join('\n')}
</dl>
</main>
<footer>${say(words.privacy)}</footer>
</body>
</html>
`;
}

function facts(
  document: CheckedDocument | undefined,
  checkedAt: Temporal.Instant,
  language: Language,
): [Message, string][] {
  const locale = locales[language];
  const now = checkedAt.toZonedDateTimeISO('Asia/Almaty').toPlainDateTime();
  const moment = now.toLocaleString(locale, { dateStyle: 'long', timeStyle: 'short' });
  const rows: [Message, string][] = [[words.checkedAt, moment]];
  if (!document) return rows;
  const day = Temporal.PlainDate.from(document.issuedOn).toLocaleString(locale, { dateStyle: 'long' });
  rows.unshift([words.issuedOn, day]);
  const kind = documentKinds[document.kind];
  if (kind) rows.unshift([words.kind, kind[language]]);
  return rows;
}

function choice(language: Language, chosen: Language): string {
  const { short, full } = names[language];
  const current = language === chosen ? ' aria-current="true"' : '';
  return `<a href="?lang=${language}" lang="${language}" hreflang="${language}" aria-label="${full}"${current}>${short}</a>`;
}
