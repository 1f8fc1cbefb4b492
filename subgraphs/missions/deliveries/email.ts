import type { EntityManager } from '@mikro-orm/postgresql';
import { Fault } from '../../kit/errors/fault.ts';
import type { Language } from '../../kit/errors/languages.ts';
import type { Notice } from '../../kit/notices/notice-table.ts';
import { transactionAs } from '../../kit/orm/database.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { Account } from '../model/account.ts';
import type { Channel } from './channel.ts';
import { noticeLetter } from './notice-letter.ts';

/** By e-mail: to the person, or to the active accounts of the role; not to systems. Where nothing sends e-mails none is written for later. */
export const email: Channel = {
  targets: async (em, notice, { mailer }) => {
    if (!mailer) return [];
    const { role, accountId, applicantId } = notice;
    if (role) return (await accountsToldOf(em, notice)).map(({ id }) => id);
    const person = accountId ?? applicantId;
    return person ? [person] : [];
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
async function accountsToldOf(em: EntityManager, { role, officeId, city, headOfOffice }: Notice): Promise<Account[]> {
  return em.find(Account, {
    role: role!,
    state: 'ACTIVE',
    email: { $ne: null },
    ...(officeId && { officeId }),
    ...(city && { city }),
    ...(headOfOffice && { headOfOffice }),
  });
}

/** Where the target is written to now, and in which language: an active account at its own address, else the applicant as presented. */
async function addresseeOf(
  context: Context,
  target: string,
  { applicantId }: Notice,
): Promise<{ to: string; language: Language } | undefined> {
  const { orm, viewer, services } = context;
  const account = await transactionAs(orm, viewer, services.clock, (em) => em.findOne(Account, { id: target }));
  const own = account?.state === 'ACTIVE' ? account.email : null;
  const applicant = applicantId ? await applicantOf(context, applicantId) : undefined;
  const to = own ?? applicant?.contacts.email;
  return to ? { to, language: applicant?.language ?? 'kk' } : undefined;
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
