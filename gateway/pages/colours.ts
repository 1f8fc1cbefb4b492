import { palette } from '../../subgraphs/kit/pages/palette.ts';

/** The colours as properties of a style. */
const properties = (colours: Record<string, string>) =>
  Object.entries(colours)
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join(' ');

/** The colours of every page, light or dark as the browser wants them. */
export const colours = `
:root {
  color-scheme: light dark;
  ${properties(palette.light)}
  --valid: #0b6b41; --replaced: #8a5300; --revoked: #a8201a; --unknown: #4a5a61; --on-tone: #fff;
}
@media (prefers-color-scheme: dark) {
  :root {
    ${properties(palette.dark)}
    --valid: #58d69a; --replaced: #f0b54a; --revoked: #ff8f86; --unknown: #a9bac0; --on-tone: #0c1416;
  }
}`;
