import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { SendMailOptions } from 'nodemailer';
import { isLoopback } from '../configuration.ts';

/** A letter to one person. */
export interface Letter {
  /** The same however often it is sent: a mailbox shows it once. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** When it was written. */
  at: Temporal.Instant;
  /** Where its like can be switched off; without it the person can't do without. */
  switchedOffAt?: string | undefined;
}

/** What became of it. */
export type Posting =
  | { outcome: 'SENT' }
  /** `BOUNCED`: the server knows no such recipient. `FAILED`: it didn't take this one. `DOWN`: it takes none now. With its code, never its words. */
  | { outcome: 'BOUNCED' | 'FAILED' | 'DOWN'; failure: string };

/** What sends letters. */
export interface Mailer {
  /**
   * Sends a letter; never throws for what the server does.
   *
   * @param patience for how many milliseconds at most; then it counts as failed, and may have arrived.
   */
  send(letter: Letter, patience?: number): Promise<Posting>;
  close(): void;
}

/** How long the sending of a letter takes at most where nobody waits for it, in milliseconds. */
const usualPatience = 20_000;

/** Sends by SMTP, over connections that are kept. Beyond this machine only with TLS, unless the URL says otherwise (`?requireTLS=false`). */
export function smtpMailer({ url, from }: { url: URL; from: string }): Mailer {
  const transport = createTransport({
    pool: true,
    url: url.href,
    requireTLS: !isLoopback(url.hostname),
    connectionTimeout: usualPatience / 2,
    greetingTimeout: usualPatience / 2,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (letter, patience = usualPatience) => {
      try {
        await transport.sendMail({ ...messageOf(letter, from), signal: AbortSignal.timeout(patience) });
        return { outcome: 'SENT' };
      } catch (error) {
        return failed(error as SmtpFailure);
      }
    },
    close: () => transport.close(),
  };
}

/** Writes letters into a folder, each as a file that a mail program opens. */
export function folderMailer({ folder, from }: { folder: string; from: string }): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true });
  return {
    send: async (letter) => {
      const { message } = await transport.sendMail(messageOf(letter, from));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(join(folder, `${letter.id}.eml`), message as Buffer, { mode: 0o600 });
      return { outcome: 'SENT' };
    },
    close: () => undefined,
  };
}

function messageOf({ id, to, subject, text, html, at, switchedOffAt }: Letter, from: string): SendMailOptions {
  const domain = /@([^>\s]+)/.exec(from)![1]!;
  return {
    from,
    // An address stands for itself: a text could name several.
    to: { name: '', address: to },
    subject,
    text,
    html,
    date: new Date(at.epochMilliseconds),
    messageId: `<${id}@${domain}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...(switchedOffAt && { list: { unsubscribe: { url: switchedOffAt } } }),
  };
}

/** What is thrown when a letter wasn't sent. */
interface SmtpFailure {
  name: string;
  code?: string;
  /** What the server answered, and to which command. */
  responseCode?: number;
  command?: string;
  /** Whether it will answer the same again. */
  permanent?: boolean;
}

/** What concerns this letter alone is answered to its recipient or to what it says; whatever else is wrong stops all letters. */
function failed({ name, code, responseCode, command, permanent }: SmtpFailure): Posting {
  const failure = String(responseCode ?? code ?? name);
  if (!responseCode || responseCode === 421) return { outcome: 'DOWN', failure };
  switch (command) {
    case 'RCPT TO':
      return { outcome: permanent ? 'BOUNCED' : 'FAILED', failure };
    case 'DATA':
      return { outcome: 'FAILED', failure };
    default:
      return { outcome: 'DOWN', failure };
  }
}
