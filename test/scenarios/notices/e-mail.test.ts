import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { smtpMailer } from '../../../subgraphs/kit/mail/mailer.ts';
import { eventually } from '../../support/eventually.ts';
import { startMailServer } from '../../support/mail-server.ts';
import type { MailServer } from '../../support/mail-server.ts';
import { applicantOf, onCase, residenceDesk, submit } from '../../support/residence-cases.ts';
import type { ResidenceDesk } from '../../support/residence-cases.ts';

// B§12: who is sent back to rework is told so, at the address that they gave and in their language.

let server: MailServer;
let desk: ResidenceDesk;
beforeAll(async () => {
  server = await startMailServer();
  desk = await residenceDesk({
    mailer: smtpMailer({ url: server.url, from: 'Qonaq <noreply@qonaq.example>' }),
  });
});
afterAll(async () => {
  await desk.product.close();
  await server.stop();
});

test('a return for rework is told by e-mail, without the remarks and without the name', async () => {
  desk.product.clock.set('2026-03-18T11:00:00+05:00');
  const applicant = await applicantOf(desk);
  const reasons = [{ document: 'PORTRAIT_PHOTO', text: 'Фотография размыта' }];
  const { number } = await onCase(desk.officer, 'returnForRework', await submit(desk, applicant), { reasons });
  const subject = `${number}: returned for rework`;
  await eventually(() => Promise.resolve(expect(server.letters.map((each) => each.subject)).toContain(subject)));
  const letter = server.letters.find((each) => each.subject === subject)!;
  expect([letter.to].flat().map((each) => each!.text)).toEqual(['lina@nomads.example']);
  expect(letter.text).toContain('18 March 2026 at 11:00, Astana time');
  expect(letter.text).toContain('as the rules of the service require');
  for (const secret of ['размыта', 'Lina', 'LINA', 'NOMAD', applicant.iin]) {
    expect(letter.text).not.toContain(secret);
    expect(letter.html).not.toContain(secret);
  }
});
