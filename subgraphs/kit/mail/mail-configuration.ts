import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { file } from '../configuration.ts';
import { smtpMailer } from './mailer.ts';
import type { Mailer } from './mailer.ts';

/** By which server e-mails are sent, from whom, and where they lead to. */
export const mailSettings = {
  /** Such as `smtps://qonaq@smtp.example`. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** The path of a file with the password; an empty one holds none. */
  SMTP_PASSWORD: file().optional(),
  /** Such as `Qonaq <noreply@qonaq.example>`. */
  MAIL_FROM: z
    .string()
    .regex(/^([^<>@]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/)
    .optional(),
  /** Where people read what they are told; as `PUBLIC_URL` unless told. */
  CABINET_URL: z.url({ protocol: /^https?$/ }).optional(),
};

/** Nothing is sent from nobody; told together with whatever else is wrong. */
export const senderIsNamed = z.refine<Record<string, unknown>>(
  ({ SMTP_URL, MAIL_FROM }) => SMTP_URL === undefined || MAIL_FROM !== undefined,
  { path: ['MAIL_FROM'], error: 'Say whom e-mails are from.', when: () => true },
);

/** What sends the e-mails that the environment describes; nothing when it names no server. */
export function configuredMailer(settings: z.output<z.ZodObject<typeof mailSettings>>): Mailer | undefined {
  const { SMTP_URL, SMTP_PASSWORD: passwordFile, MAIL_FROM: from } = settings;
  if (!SMTP_URL || !from) return undefined;
  const url = new URL(SMTP_URL);
  const password = passwordFile && readFileSync(passwordFile, 'utf8').trim();
  if (password) url.password = encodeURIComponent(password);
  return smtpMailer({ url, from });
}
