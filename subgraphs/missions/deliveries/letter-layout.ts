import type { Language } from '../../kit/errors/languages.ts';
import { Markup, markup } from '../../kit/pages/markup.ts';
import { palette, typefaces } from '../../kit/pages/palette.ts';

/** What stands in a letter. */
export interface LetterParts {
  language: Language;
  /** What the letter belongs to, beside the product's name. */
  place: string;
  /** Where nothing of it is real. */
  specimen?: string | undefined;
  title: string;
  paragraphs: readonly string[];
  /** Where it leads to. */
  link: { url: string; text: string };
  /** When it was written, for people. */
  moment: string;
  footer: readonly string[];
}

/** A letter as plain text: whatever the other form says, in the same order. */
export function letterText({ place, specimen, title, paragraphs, link, moment, footer }: LetterParts): string {
  const parts = [title, ...paragraphs, `${link.text}:\n${link.url}`, moment, `-- \nQonaq · ${place}`, ...footer];
  return `${[...(specimen ? [specimen] : []), ...parts].join('\n\n')}\n`;
}

const { light, dark } = palette;

/** Mail programs know little of CSS, and some of it only at the element: the light looks stand there, and the dark ones where a program asks for them. */
const looks = {
  ground: `background-color:${light.ground}`,
  paper: `background-color:${light.paper};border:1px solid ${light.line};border-radius:20px;padding:28px 24px`,
  ink: `color:${light.ink}`,
  quiet: `color:${light.quiet};font-size:14px;line-height:21px`,
  button: `display:inline-block;background-color:${light.accent};color:${light.paper};border-radius:10px;padding:12px 20px;font-weight:600;text-decoration:none`,
};

const darkStyle = `
@media (prefers-color-scheme: dark) {
  .ground { background-color: ${dark.ground} !important; }
  .paper { background-color: ${dark.paper} !important; border-color: ${dark.line} !important; }
  .ink { color: ${dark.ink} !important; }
  .quiet { color: ${dark.quiet} !important; }
  .button { background-color: ${dark.accent} !important; color: ${dark.ground} !important; }
}`;

/** The letter as HTML, without pictures or anything else from elsewhere. */
export function letterPage({
  language,
  place,
  specimen,
  title,
  paragraphs,
  link,
  moment,
  footer,
}: LetterParts): string {
  const font = `font-family:${typefaces};font-size:16px;line-height:24px`;
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${title}</title>
<style>:root { color-scheme: light dark; supported-color-schemes: light dark; }${new Markup(darkStyle)}</style>
</head>
<body class="ground" style="margin:0;padding:0;${looks.ground}">
<table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" style="${looks.ground}"><tr><td align="center" style="padding:24px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:480px;${font};text-align:left;overflow-wrap:anywhere">
<tr><td class="ink" style="padding:0 4px 16px;${looks.ink}"><strong>Qonaq</strong> · ${place}</td></tr>
<tr><td class="paper" style="${looks.paper}">
${specimen && markup`<p style="margin:0 0 20px;padding:8px 16px;border-radius:10px;background-color:#ffd667;color:#3d2a00;font-weight:700;text-align:center">${specimen}</p>`}
<h1 class="ink" style="margin:0 0 16px;font-size:22px;line-height:28px;${looks.ink}">${title}</h1>
${paragraphs.map((each) => markup`<p class="ink" style="margin:0 0 16px;${looks.ink}">${each}</p>\n`)}
<p style="margin:8px 0 24px"><a class="button" href="${link.url}" style="${looks.button}">${link.text}</a></p>
<p class="quiet" style="margin:0;${looks.quiet}">${moment}</p>
</td></tr>
<tr><td class="quiet" style="padding:16px 4px 0;${looks.quiet}">${footer.map((each) => markup`<p style="margin:0 0 8px">${each}</p>`)}</td></tr>
</table>
</td></tr></table>
</body>
</html>
`.text;
}
