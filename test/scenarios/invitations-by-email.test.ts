import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { smtpMailer } from '../../subgraphs/kit/mail/mailer.ts';
import { startMailServer } from '../support/mail-server.ts';
import type { MailServer } from '../support/mail-server.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// Whoever is invited gets the link by e-mail; it is kept nowhere, and whoever invites has it where the letter can't be sent.

let server: MailServer;
let product: TestProduct;
beforeAll(async () => {
  server = await startMailServer();
  product = await startTestProduct({
    mailer: smtpMailer({ url: server.url, from: 'Qonaq <noreply@qonaq.example>' }),
  });
});
afterAll(async () => {
  await product.close();
  await server.stop();
});
afterEach(() => {
  server.letters.length = 0;
});

/** Creates the account of a consul in Berlin. */
async function invite(email: string, key?: string, of = product) {
  const { mission } = await of.anybody().ask('{ mission(number: 13) { id } }');
  const input = { name: 'Айгүл Сапарова', email, role: 'consul', officeId: mission.id, idempotencyKey: key };
  const { createAccount } = await of
    .as('manager')
    .ask(
      'mutation C($input: CreateAccountInput!) { createAccount(input: $input) { account { id version } invitation { url expiresAt emailed } } }',
      { input },
    );
  return createAccount;
}

describe('The link of an invitation', () => {
  test('is sent to the person, once however often the command is repeated', async () => {
    const { account, invitation } = await invite('aigul@mission.example', 'one invitation');
    expect(invitation).toMatchObject({ emailed: true });
    expect(await invite('aigul@mission.example', 'one invitation')).toEqual({ account, invitation: null });
    expect(server.letters).toHaveLength(1);
    const [letter] = server.letters;
    expect([letter!.to].flat().map((each) => each!.text)).toEqual(['aigul@mission.example']);
    expect(letter!.text).toContain(invitation.url);
    expect(letter!.html).toContain(`href="${invitation.url}"`);
    expect(`${letter!.subject}${letter!.text}`).not.toContain('Сапарова');
  });

  test('is sent anew when somebody has to begin anew', async () => {
    const { account } = await invite('dana@mission.example');
    const { resetCredentials } = await product
      .as('manager')
      .ask(
        'mutation R($input: ChangeAccountInput!) { resetCredentials(input: $input) { invitation { url emailed } } }',
        { input: { id: account.id, expectedVersion: account.version, reason: 'Lost telephone' } },
      );
    expect(resetCredentials.invitation.emailed).toBe(true);
    expect(server.letters.at(-1)!.text).toContain(resetCredentials.invitation.url);
  });

  test.each([
    ['refuses', 'refused@mission.example', { rcpt: 550 }],
    ['never answers', 'silent@mission.example', 'SILENT'],
  ] as const)('comes back to whoever invites when the server %s', async (_does, email, conduct) => {
    server.conduct.set(email, conduct);
    const { invitation } = await invite(email);
    expect(invitation).toMatchObject({ emailed: false, url: expect.stringContaining('/identity/invitation/') });
  });

  test('and where nothing sends e-mails', async () => {
    const without = await startTestProduct();
    try {
      const { invitation } = await invite('alone@mission.example', undefined, without);
      expect(invitation).toMatchObject({ emailed: false, url: expect.stringContaining('/identity/invitation/') });
    } finally {
      await without.close();
    }
  });

  test('is in no log', () => {
    expect(product.log.join('')).not.toContain('/identity/invitation/');
  });
});
