import { write } from '../../kit/errors/languages.ts';
import type { Message } from '../../kit/errors/languages.ts';
import { newId } from '../../kit/ids.ts';
import { writeMoment } from '../../kit/pages/moment.ts';
import { specimenText } from '../../kit/pages/specimen.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { letterPage, letterText } from '../deliveries/letter-layout.ts';
import type { Account } from '../model/account.ts';
import type { Invitation } from './invite.ts';

/** How long whoever invites waits for the mail server, in milliseconds: the answer alone holds the link, and has to arrive. */
const patience = 5_000;

const words = {
  place: { kk: 'шақыру', ru: 'приглашение', en: 'invitation' },
  title: { kk: 'Сізге Qonaq жүйесіне кіру ашылды', ru: 'Вам открыт вход в Qonaq', en: 'You can sign in to Qonaq' },
  choose: {
    kk: 'Сілтеме бойынша жүйеге қалай кіретініңізді таңдаңыз: құпиясөз бен растау коды немесе электрондық цифрлық қолтаңба.',
    ru: 'По ссылке выберите, как вы будете входить: с паролем и кодом или с электронной цифровой подписью.',
    en: 'Follow the link to choose what you sign in with: a password and a code, or an electronic signature.',
  },
  secret: {
    kk: 'Сілтеме тек сізге арналған және бір рет қана жарамды. Оны ешкімге бермеңіз.',
    ru: 'Ссылка — только для вас и действует один раз. Никому её не передавайте.',
    en: 'The link is for you alone and works once. Do not pass it on.',
  },
  open: { kk: 'Шақыруды ашу', ru: 'Открыть приглашение', en: 'Open the invitation' },
  until: {
    kk: '{moment} дейін жарамды (Астана уақыты)',
    ru: 'Действует до: {moment}, время Астаны',
    en: 'Works until {moment}, Astana time',
  },
  unexpected: {
    kk: 'Шақыруды күтпеген болсаңыз, бұл хатты өшіріңіз.',
    ru: 'Если вы не ждали приглашения, удалите это письмо.',
    en: 'If you expected no invitation, delete this letter.',
  },
} satisfies Record<string, Message>;

/**
 * Sends the link of an invitation to its person, once the invitation is committed. The link is kept nowhere: what the mail server doesn't take at once is
 * handed over by whoever invites.
 *
 * @returns whether the mail server took it.
 */
export async function sendInvitation(
  context: Context,
  { email }: Pick<Account, 'email'>,
  { url, expiresAt }: Invitation,
): Promise<boolean> {
  const { language } = context;
  const { mailer, demo } = context.services;
  if (!mailer || email === null) return false;
  const say = (message: Message, params = {}) => write(message, language, params);
  const parts = {
    language,
    place: say(words.place),
    specimen: demo ? say(specimenText) : undefined,
    title: say(words.title),
    paragraphs: [say(words.choose), say(words.secret)],
    link: { url, text: say(words.open) },
    moment: say(words.until, { moment: writeMoment(expiresAt, language) }),
    footer: [say(words.unexpected)],
  };
  const letter = { id: newId(), to: email, subject: parts.title, text: letterText(parts), html: letterPage(parts) };
  // No connection of the database waits for the mail server.
  await context.endReading();
  const { outcome } = await mailer.send({ ...letter, at: context.now() }, patience);
  return outcome === 'SENT';
}
