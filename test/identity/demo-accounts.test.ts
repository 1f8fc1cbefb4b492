import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { demoAccount } from '../../installation/demo/accounts.ts';
import { noteRunning } from '../../installation/running.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { finishSignIn, startSignIn } from '../support/sign-in.ts';

// In demo mode anybody at this computer may be anybody; elsewhere nobody is anybody without proof.

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct({ signIn: true });
});
afterAll(() => product.close());

const operator = demoAccount('iin_operator')!.id;
const me = '{ me { role } }';

test('the sign-in page of a demo offers an account of each role', async () => {
  const started = await startSignIn(product);
  const back = await started.browser.submit(started.page, 'demo', { account: operator });
  const { access_token: token } = await finishSignIn(started, back);
  expect((await product.withToken(token).ask(me)).me.role).toBe('iin_operator');
});

test('outside demo mode it does not, and takes none', async () => {
  const earnest = await startTestProduct({ signIn: true, demo: false });
  try {
    const { browser, page } = await startSignIn(earnest);
    expect(page.html).not.toContain('value="demo"');
    const refused = await browser.send(page.url.href, { method: 'demo', account: operator });
    expect([refused.url.origin, refused.status]).toEqual([earnest.url, 200]);
    expect(refused.html).toContain('role="alert"');
  } finally {
    await earnest.close();
  }
});

test('npm run sign-in prints the token of whoever signs in with the browser', async () => {
  await noteRunning(product.folder, {
    url: product.url,
    publicUrl: product.url,
    demo: true,
    databaseUrl: product.databaseUrl,
  });
  const command = spawn(process.execPath, ['--import', 'tsx', 'installation/demo/sign-in-command.ts'], {
    env: { ...process.env, NODE_OPTIONS: '', QONAQ_DATA: product.folder },
  });
  let [told, printed] = ['', ''];
  command.stdout.on('data', (piece: Buffer) => (printed += piece.toString()));
  const url = await new Promise<string>((resolve) => {
    command.stderr.on('data', (piece: Buffer) => {
      told += piece.toString();
      const found = /https?:\S+/.exec(told)?.[0];
      if (found) resolve(found);
    });
  });
  const browser = new PlainBrowser(product.url);
  const back = await browser.submit(await browser.open(url), 'demo', { account: operator });
  expect(await (await fetch(back.url)).text()).toBe('You can close this page.');
  const [code] = (await once(command, 'close')) as [number];
  expect(code).toBe(0);
  expect((await product.withToken(printed.trim()).ask(me)).me.role).toBe('iin_operator');
});
