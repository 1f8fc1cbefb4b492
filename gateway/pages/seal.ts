import { markup } from '../../subgraphs/kit/pages/markup.ts';
import type { Markup } from '../../subgraphs/kit/pages/markup.ts';
import { palette } from '../../subgraphs/kit/pages/palette.ts';

/** Half of the crossing poles at the crown of a yurt, the shanyraq: three arcs to each side of the middle. */
const poles = [-22, 0, 22].map((shift) => `M${80 + shift} 8Q${80 + shift * 0.55} 80 ${80 + shift} 152`).join('');

const signs = {
  CHECK: 'm61 81 13 13 26-28',
  ARROWS: 'M58 74h42l-10-10M102 88H60l10 10',
  CROSS: 'm65 65 30 30m0-30-30 30',
  QUESTION: 'M70 71a10.5 10.5 0 1 1 15 10q-5 2.5-5 8v1M80 101v.1',
  CLOCK: 'M80 62v19l12 8',
  EXCLAMATION: 'M80 58v27M80 100v.1',
};

/** The product's mark as a picture of its own, for the tabs of a browser: a seal without a sign. */
export function sealPicture(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 160" fill="none" stroke="${palette.light.accent}">
<circle cx="80" cy="80" r="70" stroke-width="12"/><clipPath id="crown"><circle cx="80" cy="80" r="66"/></clipPath>
<g clip-path="url(#crown)" stroke-width="9"><path d="${poles}"/><path d="${poles}" transform="rotate(90 80 80)"/></g>
</svg>`;
}

/** The sign in the middle of a seal: its shape alone tells the meaning, without the colour. */
export type Sign = keyof typeof signs;

/** The seal as an inline picture, in the colour of the text around it. */
export function seal(sign: Sign): Markup {
  return markup`<svg class="seal" viewBox="0 0 160 160" aria-hidden="true" fill="none" stroke="currentColor">
<clipPath id="crown"><circle cx="80" cy="80" r="66"/></clipPath>
<circle cx="80" cy="80" r="76" stroke-width="3"/><circle cx="80" cy="80" r="66" stroke-width="1.5"/>
<circle cx="80" cy="80" r="71" stroke-width="4" stroke-dasharray="1.5 5.936" opacity=".55"/>
<g clip-path="url(#crown)" stroke-width="2" opacity=".45"><path d="${poles}"/><path d="${poles}" transform="rotate(90 80 80)"/></g>
<circle cx="80" cy="80" r="40" fill="currentColor" stroke="none"/>
<path d="${signs[sign]}" stroke="var(--on-tone)" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"/>
</svg>`;
}
