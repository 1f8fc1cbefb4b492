import type { EntityManager } from '@mikro-orm/postgresql';
import { Fault } from '../../kit/errors/fault.ts';
import type { Language } from '../../kit/errors/languages.ts';
import { NOTICES } from '../../kit/notices/kinds.ts';
import type { NoticeKind } from '../../kit/notices/kinds.ts';
import type { Notice } from '../../kit/notices/notice-table.ts';
import { transactionAs } from '../../kit/orm/database.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { Account } from '../model/account.ts';
import { NotificationPreference, preferenceOf } from '../model/notification.ts';
import type { Channel } from './channel.ts';
import { noticeLetter } from './notice-letter.ts';

/** By e-mail: to the person, or to the active accounts of the role; not to systems. Where nothing sends e-mails none is written for later. */
export const email: Channel = {
  targets: async (em, notice, { mailer }) => {
    if (!mailer) return [];
    const person = notice.accountId ?? notice.applicantId ?? [];
    const told = notice.role ? await accountsToldOf(em, notice) : [person].flat();
    return withoutUnwilling(em, notice.kind, told);
  },

  send: async (context, { id, target }, notice) => {
    const { mailer, demo, cabinetUrl } = context.services;
    if (!mailer) return { outcome: 'DOWN', failure: 'NO_MAILER' };
    const addressee = await addresseeOf(context, target, notice);
    if (!addressee) return { outcome: 'NO_ADDRESS' };
    return mailer.send(noticeLetter(id, notice, { ...addressee, cabinetUrl: cabinetUrl(), specimen: demo }));
  },
};

/** Who has the role now, at the office or in the city that it was told to, and can be written to. */
async function accountsToldOf(em: EntityManager, { role, officeId, city, headOfOffice }: Notice): Promise<string[]> {
  const accounts = await em.find(Account, {
    role: role!,
    state: 'ACTIVE',
    email: { $ne: null },
    ...(officeId && { officeId }),
    ...(city && { city }),
    ...(headOfOffice && { headOfOffice }),
  });
  return accounts.map(({ id }) => id);
}

/** Leaves out who doesn't want e-mails of a kind; nobody can do without what the orders require. */
async function withoutUnwilling(em: EntityManager, kind: NoticeKind, ids: readonly string[]): Promise<string[]> {
  const preferences = await em.find(NotificationPreference, { accountId: { $in: [...ids] } });
  const unwilling = preferences.filter(({ withoutEmail }) => !NOTICES[kind].required && withoutEmail.includes(kind));
  return ids.filter((id) => !unwilling.some(({ accountId }) => accountId === id));
}

/** Where the target is written to now, and in which language: an active account at its own address, else the applicant as presented. */
async function addresseeOf(
  context: Context,
  target: string,
  { applicantId }: Notice,
): Promise<{ to: string; language: Language } | undefined> {
  const { orm, viewer, services } = context;
  const { account, wished } = await transactionAs(orm, viewer, services.clock, async (em) => ({
    account: await em.findOne(Account, { id: target, state: 'ACTIVE' }),
    wished: (await preferenceOf(em, target)).language,
  }));
  const applicant = applicantId ? await applicantOf(context, applicantId) : undefined;
  const to = account?.email ?? applicant?.contacts.email;
  return to ? { to, language: wished ?? applicant?.language ?? 'kk' } : undefined;
}

async function applicantOf(context: Context, id: string) {
  try {
    return await context.ask<{ language: Language; contacts: { email: string | null } }>(
      'applicants',
      { __typename: 'Applicant', id },
      '{ language contacts { email } }',
    );
  } catch (error) {
    if (error instanceof Fault && error.code === 'NOT_FOUND') return undefined;
    throw error;
  }
}
