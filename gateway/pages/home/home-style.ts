import { baseStyle } from '../style.ts';

/** The looks of the home page: wider than a page with one thing to say. */
export const homeStyle = `${baseStyle}
.home header, .home main { max-width: 46rem; }
.home section { padding: 1.75rem 1.5rem; }
.home section + section { border-top: 1px solid var(--line); }
h2 { font-size: 1.125rem; line-height: 1.3; }
h3 { margin-top: 1rem; font-size: 1rem; }
h2 + *, .state p + dl { margin-top: .75rem; }
ul { padding: 0; list-style: none; }
a { color: var(--accent); text-underline-offset: .15em; }
.links li { display: grid; grid-template-columns: 11rem 1fr; gap: 0 1rem; padding: .375rem 0; }
.links a { font-weight: 600; }
.links span { color: var(--quiet); }
.home .demo { padding: 0; }
.home .demo ul { padding: .5rem 1.5rem 1rem; margin: 0; }
.home .demo li { display: grid; grid-template-columns: 1fr auto; align-items: center; gap: .25rem 1rem; padding: .625rem 0; }
.home .demo li + li { border-top: 1px solid var(--line); }
.home small { display: block; color: var(--quiet); font-size: .875rem; }
.ways { display: flex; gap: 1rem; }
.ways a { padding: .375rem 0; }
.state dl { padding: 0; border: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); gap: 0 2rem; }
.state dl div { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; border-top: 1px solid var(--line); }
.state dt { font-size: 1rem; }
.state dd { white-space: nowrap; }
@media (max-width: 36rem) { .links li, .home .demo li { grid-template-columns: 1fr; } }
.ready { color: var(--valid); } .away { color: var(--revoked); }
.ready::before { content: '✓ '; } .away::before { content: '✗ '; }
@media print { .demo { display: none; } }
`;
