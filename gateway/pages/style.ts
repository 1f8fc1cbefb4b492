import { createHash } from 'node:crypto';
import { typefaces } from '../../subgraphs/kit/pages/palette.ts';
import { colours } from './colours.ts';

/** The looks of every page. */
export const baseStyle = `${colours}
* { box-sizing: border-box; margin: 0; }
body {
  min-height: 100vh; min-height: 100svh; display: flex; flex-direction: column; align-items: center; gap: 1.25rem;
  padding: 1.25rem 1rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 ${typefaces};
}
header, main, footer { width: 100%; max-width: 27rem; }
header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: .25rem 1rem; }
.name { font-weight: 700; letter-spacing: .02em; }
nav { display: flex; gap: .25rem; margin-inline-start: auto; }
nav a {
  min-width: 2.75rem; padding: .625rem .5rem; border-radius: .5rem; color: var(--quiet); font-size: .875rem; line-height: 1.5;
  text-align: center; text-decoration: none;
}
nav a:hover { text-decoration: underline; }
nav a[aria-current] { background: var(--paper); color: var(--ink); font-weight: 600; box-shadow: 0 0 0 1px var(--line); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
main {
  overflow: hidden; overflow-wrap: anywhere; border-radius: 1.25rem; background: var(--paper);
  box-shadow: 0 0 0 1px var(--line), 0 1.25rem 2.5rem -1.75rem rgb(0 40 50 / .45);
}
h1 { font-size: 1.625rem; line-height: 1.2; letter-spacing: -.01em; text-wrap: balance; }
.verdict { padding: 2rem 1.5rem 1.75rem; text-align: center; }
.verdict h1 { color: var(--tone); }
.seal { display: block; width: 8.5rem; height: 8.5rem; margin: 0 auto 1.25rem; color: var(--tone); }
.others { margin-top: .5rem; color: var(--quiet); font-size: .9375rem; }
.others span { display: block; }
.explanation { margin-top: 1.125rem; text-wrap: pretty; }
/* What is invented, and without legal force. */
.specimen {
  padding: .75rem 1rem; font-weight: 700; text-align: center; color: #3d2a00;
  background: repeating-linear-gradient(-45deg, #ffd667 0 1rem, #fccb47 1rem 2rem);
}
dl { border-top: 1px solid var(--line); padding: .5rem 1.5rem; }
dl div { padding: .625rem 0; }
dl div + div { border-top: 1px solid var(--line); }
dt { color: var(--quiet); font-size: .875rem; }
dd { font-weight: 600; }
footer { color: var(--quiet); font-size: .875rem; text-align: center; }
@media (min-height: 46rem) and (min-width: 30rem) { body { justify-content: center; } }
@media print { nav { display: none; } main { box-shadow: 0 0 0 1px #999; } }
@media (forced-colors: active) { .seal, .verdict h1 { color: CanvasText; } .specimen { border: 3px solid; color: CanvasText; } }
`;

/** How a content policy names exactly this style. */
export function styleSource(style: string): string {
  return `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
}
