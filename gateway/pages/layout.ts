import { languages } from '../../subgraphs/kit/errors/languages.ts';
import type { Language, Message } from '../../subgraphs/kit/errors/languages.ts';
import { Markup, markup } from '../../subgraphs/kit/pages/markup.ts';
import type { Content } from '../../subgraphs/kit/pages/markup.ts';
import { languageNames } from './language-names.ts';

/** A page without its frame. */
export interface PageParts {
  language: Language;
  /** The headline, for the list of windows. */
  title: string;
  /** What the page belongs to, beside the product's name. */
  place: string;
  /** Path and query of the page, by which it can be had in another language (`''` is the page's own path); without it there is no choice. */
  url?: string | undefined;
  style: string;
  /** Path of the page's script. */
  script?: string;
  /** Class of the whole page. */
  look?: string;
  main: Content;
  footer?: string;
}

const choiceLabel: Message = { kk: 'Тіл', ru: 'Язык', en: 'Language' };

/** A whole page as HTML: head, name, choice of language, and what it has to say. */
export function layout({ language, title, place, url, style, script, look, main, footer }: PageParts): string {
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Qonaq</title>
<style>${new Markup(style)}</style>
${script && markup`<script src="${script}" defer></script>`}
</head>
<body${look && markup` class="${look}"`}>
<header>
<p><span class="name">Qonaq</span> · ${place}</p>
${url !== undefined && markup`<nav aria-label="${choiceLabel[language]}">${languages.map((each) => choice(each, language, url))}</nav>`}
</header>
<main>
${main}
</main>
${footer && markup`<footer>${footer}</footer>`}
</body>
</html>
`.text;
}

function choice(language: Language, chosen: Language, url: string): Markup {
  const { short, full } = languageNames[language];
  const current = language === chosen && markup` aria-current="true"`;
  return markup`<a href="${inLanguage(url, language)}" lang="${language}" hreflang="${language}" title="${full}"${current}>${short}</a>`;
}

/** Keeps the rest of the query: some pages stand on it. */
function inLanguage(url: string, language: Language): string {
  const [path, query] = url.split('?');
  const parameters = new URLSearchParams(query);
  parameters.set('lang', language);
  return `${path}?${parameters.toString()}`;
}
