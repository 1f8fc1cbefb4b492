import { baseStyle } from '../../pages/style.ts';

/** The looks of the sign-in pages: what a person fills in, presses and is told. */
export const style = `${baseStyle}
:root { --edge: #788c93; --press: #00606f; --wrong: #a8201a; --wrong-ground: #fdf1f0; --sunken: #f4f7f8; }
@media (prefers-color-scheme: dark) {
  :root { --edge: #71868c; --press: #8adbe8; --wrong: #ff8f86; --wrong-ground: #2b1b1c; --sunken: #0f191c; }
}
.content { padding: 2rem 1.5rem; }
.quiet, .hint { color: var(--quiet); }
.hint { font-size: .875rem; }
h1 + .quiet { margin-top: .375rem; }
h2, h3 { line-height: 1.3; text-wrap: balance; }
h2 { font-size: 1.125rem; }
h3 { margin-top: 1.75rem; font-size: 1rem; }
h2 + p, h2 ~ .wrong + p, h3 + p { margin-top: .375rem; }
.way { margin-top: 1.75rem; }
.way + form { margin-top: 0; }
a { color: var(--accent); text-underline-offset: .15em; }
form { margin-top: 1.25rem; }
.field { margin-top: 1rem; }
label { display: block; font-weight: 600; }
legend { padding: 0; }
fieldset { min-width: 0; padding: 0; border: 0; }
input, select, textarea {
  display: block; width: 100%; min-height: 3rem; margin-top: .25rem; padding: .625rem .75rem; border: 1px solid var(--edge);
  border-radius: .625rem; background: var(--paper); color: inherit; font: inherit;
}
input[readonly] { background: var(--sunken); }
input[inputmode=numeric] { font-variant-numeric: tabular-nums; letter-spacing: .08em; }
textarea { resize: vertical; font: .875rem/1.5 ui-monospace, 'DejaVu Sans Mono', monospace; }
[aria-invalid] { border-color: var(--wrong); box-shadow: inset 0 0 0 1px var(--wrong); }
input:focus-visible, select:focus-visible, textarea:focus-visible { outline-offset: -1px; border-color: transparent; }
.wrong { color: var(--wrong); font-size: .9375rem; font-weight: 600; }
.summary {
  margin-top: 1.25rem; padding: .75rem 1rem; border-inline-start: .25rem solid var(--wrong); border-radius: .25rem .625rem .625rem .25rem;
  background: var(--wrong-ground); color: var(--wrong); font-weight: 500;
}
.summary a { color: inherit; }
ul, ol { padding-inline-start: 1.25rem; }
.summary ul { margin-top: .25rem; font-weight: 400; color: var(--ink); }
button, .button {
  display: block; width: 100%; min-height: 3rem; margin-top: 1.25rem; padding: .625rem 1rem; border: 2px solid var(--accent);
  border-radius: .625rem; background: var(--accent); color: var(--on-tone); font: inherit; font-weight: 600; text-align: center;
  text-decoration: none; cursor: pointer;
}
button:hover, .button:hover { background: var(--press); border-color: var(--press); }
button.second { background: transparent; color: var(--accent); }
button.second:hover { color: var(--press); border-color: var(--press); }
button:disabled { opacity: .55; cursor: progress; }
[hidden] { display: none; }
.or { display: flex; align-items: center; gap: .75rem; margin: 1.75rem 0 1.5rem; color: var(--quiet); font-size: .875rem; }
.or::before, .or::after { content: ''; flex: 1; border-top: 1px solid var(--line); }
[role=status]:not(:empty) { margin-top: .75rem; padding: .75rem 1rem; border-radius: .625rem; background: var(--sunken); }
details { margin-top: 1rem; }
summary { padding: .5rem 0; border-radius: .25rem; color: var(--accent); cursor: pointer; }
summary:hover { text-decoration: underline; }
details .field { margin-top: .25rem; }
details ol { margin: .25rem 0 1rem; }
li + li { margin-top: .375rem; }
.demo { border-bottom: 1px solid var(--line); background: var(--sunken); }
.demo h2 { font-size: 1rem; }
.demo form { margin: 0; padding: 1rem 1.5rem 1.5rem; }
.demo button { margin-top: .75rem; }
.account { position: relative; display: flex; align-items: flex-start; gap: .875rem; margin-top: .75rem; padding: .875rem 1rem; border: 1px solid var(--edge); border-radius: .75rem; font-weight: 400; cursor: pointer; }
.account:hover { border-color: var(--accent); }
.account:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
.account:has(:focus-visible) { outline: 3px solid var(--accent); outline-offset: 2px; }
.account input { flex: none; width: 1.25rem; min-height: 1.25rem; margin: .125rem 0 0; accent-color: var(--accent); }
.account input:focus-visible { outline: none; }
.account span { display: block; }
.account strong { display: block; }
dl .code { font-size: .8125rem; letter-spacing: 0; }
dl.invited { margin-top: 1.25rem; padding: .25rem 1rem; border: 1px solid var(--line); border-radius: .75rem; }
.secret { display: grid; justify-items: center; gap: .75rem; margin-top: 1rem; text-align: center; }
.secret .quiet { display: block; }
.secret p { text-wrap: balance; }
.qr { display: block; width: 100%; max-width: 13rem; height: auto; border-radius: .75rem; background: #fff; }
.on-this-phone { display: none; }
@media (pointer: coarse) { .on-this-phone { display: block; } }
.code { font: 600 1.0625rem/1.5 ui-monospace, 'DejaVu Sans Mono', monospace; letter-spacing: .04em; }
.codes { display: grid; grid-template-columns: repeat(auto-fit, minmax(12.5rem, 1fr)); gap: .5rem 1rem; margin-top: 1.25rem; padding: 1.25rem; border-radius: .75rem; background: var(--sunken); list-style: none; }
.codes li { margin: 0; text-align: center; white-space: nowrap; }
.GOOD { --tone: var(--valid); } .WARNING { --tone: var(--replaced); } .BAD { --tone: var(--revoked); } .PLAIN { --tone: var(--unknown); }
.verdict .seal { width: 6rem; height: 6rem; }
@media print {
  :root { --paper: #fff; --ground: #fff; --sunken: #fff; --ink: #000; --quiet: #333; }
  body { justify-content: flex-start; } main { box-shadow: none; } .button { display: none; } .codes { border: 1px solid #999; }
}
@media (forced-colors: active) { .summary { border: 2px solid; } .account:has(:checked) { border: 3px solid Highlight; } }
`;
