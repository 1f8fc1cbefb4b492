import { raw } from '@mikro-orm/core';
import { defineEntity, p } from '@mikro-orm/postgresql';
import type { FilterQuery } from '@mikro-orm/postgresql';
import { languages } from '../../kit/errors/languages.ts';
import type { Language } from '../../kit/errors/languages.ts';
import { viewerIs } from '../../kit/model/policies.ts';
import type { NoticeKind } from '../../kit/notices/kinds.ts';
import type { Notice } from '../../kit/notices/notice-table.ts';
import { placeOf } from '../../kit/notices/place.ts';
import { instant } from '../../kit/orm/properties.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import type { Account } from './account.ts';
import type { Reads } from '../../kit/reading/reads.ts';

const own = 'account_id = (select kit.viewer_account())';

/** What of all that was told to an account its person has read. */
export const NotificationReadTable = defineEntity({
  name: 'missions.NotificationRead',
  tableName: 'notification_read',
  schema: 'missions',
  properties: { accountId: p.uuid().primary(), noticeId: p.uuid().primary(), readAt: instant() },
  policies: [{ name: 'own', using: own, check: own }],
  rowLevelSecurity: 'force',
});

/** That a person has read what was told. */
export class NotificationRead extends NotificationReadTable.class {}
NotificationReadTable.setClass(NotificationRead);

/** How a person wants to be told. Whoever delivers reads it. */
export const NotificationPreferenceTable = defineEntity({
  name: 'missions.NotificationPreference',
  tableName: 'notification_preference',
  schema: 'missions',
  properties: {
    accountId: p.uuid().primary(),
    /** Nothing where the person hasn't chosen one. */
    language: p.enum(languages).nullable(),
    withoutEmail: p.type('text[]').columnType('text[]').$type<NoticeKind[]>(),
  },
  policies: [
    { name: 'own', using: own, check: own },
    { name: 'deliver', command: 'select', using: viewerIs('system') },
  ],
  rowLevelSecurity: 'force',
});

/** The wishes of a person. */
export class NotificationPreference extends NotificationPreferenceTable.class {
  declare language: Language | null;
}
NotificationPreferenceTable.setClass(NotificationPreference);

/** What was told to an account: to an applicant in person, to an officer as one of the role at its place; heads of office are told more. */
export function toldTo({ id, role, officeId = null, city = null, headOfOffice }: Account): FilterQuery<Notice> {
  if (role === 'applicant') return { accountId: id };
  return { role, ...placeOf(role, { officeId, city }), ...(headOfOffice ? {} : { headOfOffice: false }) };
}

/** Of that what its person hasn't read. */
export function unreadBy(account: Account): FilterQuery<Notice> {
  const read = (alias: string) =>
    `not exists (select from missions.notification_read read where read.account_id = ? and read.notice_id = ${alias}.id)`;
  return { $and: [toldTo(account), { [raw((alias) => read(alias), [account.id])]: [] }] };
}

/** When the viewer read each of what was told. */
export async function readMarks(context: Context, ids: readonly string[]): Promise<Map<string, NotificationRead>> {
  const reads = context.read();
  const { accountId } = context.viewer!;
  const marks = await reads.find(NotificationRead, { accountId, noticeId: { $in: [...ids] } });
  return new Map(marks.map((mark) => [mark.noticeId, mark]));
}

/** The wishes of an account. */
export async function preferenceOf(
  reads: Reads,
  accountId: string,
): Promise<Pick<NotificationPreference, 'language' | 'withoutEmail'>> {
  return (await reads.findOne(NotificationPreference, { accountId })) ?? { language: null, withoutEmail: [] };
}
