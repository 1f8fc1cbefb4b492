import { write } from '../../../subgraphs/kit/errors/languages.ts';
import type { Language, Message } from '../../../subgraphs/kit/errors/languages.ts';
import type { Warning } from '../../../subgraphs/kit/http/health.ts';
import { markup } from '../../../subgraphs/kit/pages/markup.ts';
import type { Markup } from '../../../subgraphs/kit/pages/markup.ts';
import { roleNames } from '../../identity/pages/role-names.ts';
import type { DemoChoice } from '../../identity/parts.ts';
import { layout } from '../layout.ts';
import { homeStyle } from './home-style.ts';
import { partNames, texts, warningTexts } from './home-texts.ts';

/** What the home page shows. */
export interface Home {
  /** Whether each part is ready, by its name; nothing when that can't be told. */
  parts?: ReadonlyMap<string, boolean> | undefined;
  warnings: readonly Warning[];
  /** Whether the pages that run in the browser are served. */
  pages: boolean;
  /** Accounts that anybody may act as; in demo mode only. */
  demoAccounts: readonly DemoChoice[];
}

/** The home page: what this is, where to go, how the parts are, and in demo mode whom to sign in as. */
export function homePage({ parts, warnings, pages, demoAccounts }: Home, language: Language): string {
  const say = (message: Message) => write(message, language);
  const pageLinks = markup`${link(`/graphiql?lang=${language}`, 'GraphiQL', say(texts.graphiql))}
${link(`/dashboard?lang=${language}`, say(texts.dashboard), say(texts.dashboardMeaning))}`;
  return layout({
    language,
    title: say(texts.title),
    place: say(texts.place),
    url: '/',
    style: homeStyle,
    look: 'home',
    main: markup`<section>
<h1>${say(texts.title)}</h1>
<p class="explanation">${say(texts.meaning)}</p>
</section>
<section aria-labelledby="pages">
<h2 id="pages">${say(texts.pages)}</h2>
<ul class="links">
${pages && pageLinks}
${link('/.well-known/openid-configuration', '/.well-known', say(texts.provider))}
</ul>
</section>
${pages && demoAccounts.length > 0 && demoSection(demoAccounts, language)}
${stateSection(parts, warnings, language)}`,
  });
}

function link(path: string, name: string, meaning: string): Markup {
  return markup`<li><a href="${path}">${name}</a><span>${meaning}</span></li>`;
}

/** Each link brings the account along to the sign-in, where demo mode asks for nothing else. */
function demoSection(accounts: readonly DemoChoice[], language: Language): Markup {
  const say = (message: Message) => write(message, language);
  const row = ({ id, role, name }: DemoChoice) => {
    const place = (path: string, page: string) =>
      markup`<a href="${path}?as=${id}&lang=${language}" aria-label="${page}: ${say(roleNames[role])}">${page}</a>`;
    return markup`<li><span>${say(roleNames[role])}<small>${name}</small></span>
<span class="ways">${place('/graphiql', 'GraphiQL')} ${place('/dashboard', say(texts.dashboard))}</span></li>`;
  };
  return markup`<section class="demo" aria-labelledby="demo">
<h2 class="specimen" id="demo">${say(texts.demo)}</h2>
<ul>${accounts.map(row)}</ul>
</section>`;
}

function stateSection(
  parts: ReadonlyMap<string, boolean> | undefined,
  warnings: readonly Warning[],
  language: Language,
): Markup {
  const say = (message: Message) => write(message, language);
  const nameOf = (part: string) => partNames[part]?.[language] ?? part;
  const summary = parts ? ([...parts.values()].every(Boolean) ? texts.allReady : texts.someMissing) : texts.unknown;
  const rows = [...(parts ?? [])].map(
    ([part, ready]) => markup`<div><dt>${nameOf(part)}</dt>
<dd class="${ready ? 'ready' : 'away'}">${say(ready ? texts.ready : texts.notReady)}</dd></div>`,
  );
  const told = warnings.map(({ code, until }) => {
    const text = warningTexts[code];
    return markup`<li>${text ? write(text, language, { until: until ?? '—' }) : code}</li>`;
  });
  return markup`<section class="state" aria-labelledby="state">
<h2 id="state">${say(texts.state)}</h2>
<p>${say(summary)}</p>
${rows.length > 0 && markup`<dl>${rows}</dl>`}
${told.length > 0 && markup`<h3>${say(texts.warnings)}</h3><ul>${told}</ul>`}
</section>`;
}
