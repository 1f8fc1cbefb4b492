import { createHash } from 'node:crypto';

/** A page that was opened, or the address of another site that the browser was sent to. */
export interface Page {
  url: URL;
  status: number;
  html: string;
}

/** A browser without a screen: keeps cookies, follows redirects within one site, and sends forms. */
export class PlainBrowser {
  readonly #cookies = new Map<string, string>();

  constructor(
    /** Origin of the site. */
    readonly site: string,
    /** Headers that it always sends, such as `accept-language`. */
    private readonly headers: Record<string, string> = { 'accept-language': 'en' },
  ) {}

  /** Opens an address; where it leads to another site, the address there is the answer, unopened. */
  open(url: string | URL): Promise<Page> {
    return this.#go(new URL(url, this.site), {});
  }

  /** Sends the form of a page that has a method, as somebody does who fills in its fields. */
  submit(page: Page, method: string, fields: Record<string, string> = {}): Promise<Page> {
    const form = page.html
      .split('<form')
      .find((each) => each.includes(`name="method" value="${method}"`) || each.includes(`value="${method}"`));
    if (!form) throw new Error(`No form "${method}" on ${page.url.pathname}: ${page.html.slice(0, 2000)}`);
    const action = unescaped(/ action="([^"]*)"/.exec(form)?.[1] ?? page.url.href);
    const hidden = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
      ([, name, value]) => [name!, unescaped(value!)] as const,
    );
    const body = new URLSearchParams({ ...Object.fromEntries(hidden), ...fields });
    return this.#go(new URL(action, page.url), { method: 'POST', body });
  }

  /** Sends a form with just these fields. */
  send(url: string, fields: Record<string, string>): Promise<Page> {
    return this.#go(new URL(url, this.site), { method: 'POST', body: new URLSearchParams(fields) });
  }

  /** Loses a cookie, as when a session ends. */
  forget(name: string): void {
    for (const each of [...this.#cookies.keys()].filter((known) => known.startsWith(name))) this.#cookies.delete(each);
  }

  /** Pretends that the cookie by which a provider knows the browser again is about somebody else. */
  renameDevice(email: string): void {
    const device = [...this.#cookies].find(([name]) => name.startsWith('qonaq_device_'));
    const name = createHash('sha256').update(email).digest('hex').slice(0, 16);
    this.#cookies.set(`qonaq_device_${name}`, device![1]);
  }

  async #go(url: URL, request: { method?: string; body?: URLSearchParams }): Promise<Page> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...request, headers: { ...this.headers, cookie }, redirect: 'manual' });
    for (const set of response.headers.getSetCookie()) this.#keep(set);
    const location = response.headers.get('location');
    if (location === null) return { url, status: response.status, html: await response.text() };
    await response.arrayBuffer();
    const next = new URL(location, url);
    return next.origin === this.site ? this.#go(next, {}) : { url: next, status: response.status, html: '' };
  }

  #keep(set: string): void {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!;
    if (value === '' || /expires=Thu, 01 Jan 1970/i.test(set)) this.#cookies.delete(name!);
    else this.#cookies.set(name!, value!);
  }
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
