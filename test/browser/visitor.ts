import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** Somebody at a browser of their own. */
export interface Visitor {
  page: Page;
  /** Each request to another origin. */
  strayRequests: string[];
  /** Opens a sample page, and waits until typing can begin where the page says. */
  open(name: string, language?: string, more?: string): Promise<void>;
  /** Presses keys one after the other. */
  press(...keys: string[]): Promise<void>;
  /** What the page tried against its content policy. */
  violations(): Promise<string[]>;
  close(): Promise<void>;
}

/** Opens a browser's window, with nothing known from before, for pages of an origin. */
export async function newVisitor(browser: Browser, origin: string, options?: BrowserContextOptions): Promise<Visitor> {
  const context = await browser.newContext(options);
  await context.addInitScript(`
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));
  `);
  const page = await context.newPage();
  const strayRequests: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) strayRequests.push(request.url());
  });
  return {
    page,
    strayRequests,
    open: async (name, language = 'en', more = '') => {
      await page.goto(`${origin}/pages/${name}?lang=${language}${more}`);
      if ((await page.locator('[autofocus]').count()) > 0) await page.locator('[autofocus]:focus').waitFor();
    },
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    },
    violations: () => page.evaluate<string[]>('violations'),
    close: () => context.close(),
  };
}
