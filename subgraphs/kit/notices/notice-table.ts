import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Message } from '../errors/languages.ts';
import { viewerIs } from '../model/policies.ts';
import { instant } from '../orm/properties.ts';
import { cities, machineScopes, roles } from '../viewer/roles.ts';
import type { NoticeKind } from './kinds.ts';

const audience = [
  'account_id = (select kit.viewer_account())',
  `(role = (select kit.viewer_role()) and (office_id is null or office_id = (select kit.viewer_office())) and (city is null or city = (select kit.viewer_city())) and (not head_of_office or (select kit.viewer_is_head())))`,
  viewerIs('system'),
].join(' or ');

/**
 * What was told to whom: one row for each audience, written by the subgraph in the transaction of what happened, in the words of then, and never changed. It
 * holds numbers of cases and moments; personal data stay in the case.
 */
export const NoticeTable = defineEntity({
  name: 'kit.Notice',
  tableName: 'notice',
  schema: 'kit',
  properties: {
    id: p.uuid().primary(),
    /** What must be told once only, such as a reminder of a term; nothing for what follows from an event, which happens once. */
    key: p.text().unique().nullable(),
    kind: p.text().$type<NoticeKind>(),
    at: instant(),
    /** The subgraph that told it, and the case that it is about. */
    subgraph: p.text(),
    caseType: p.text(),
    caseId: p.uuid(),
    caseNumber: p.text(),
    title: p.json().$type<Message>(),
    text: p.json().$type<Message>(),
    /** Told to the person: the account, where there is one, and the applicant as once presented, whose address it goes to. */
    accountId: p.uuid().nullable(),
    applicantId: p.uuid().nullable(),
    /** Told to a role, at an office or in a city where one is named, or there to its head alone. */
    role: p.enum(roles).nullable(),
    officeId: p.uuid().nullable(),
    city: p.enum(cities).nullable(),
    headOfOffice: p.boolean(),
    /** Told to the systems that were given this scope. */
    scope: p.enum(machineScopes).nullable(),
    /** When it was handed over to the ways by which it goes out; nothing until then. */
    dispatchedAt: instant().nullable(),
  },
  indexes: [
    { properties: ['accountId', 'id'] },
    { properties: ['role', 'officeId', 'city', 'id'] },
    { properties: ['caseId', 'id'] },
    { properties: ['dispatchedAt', 'id'] },
  ],
  policies: [
    { name: 'read', command: 'select', using: audience },
    { name: 'write', command: 'insert', check: 'dispatched_at is null' },
    { name: 'dispatch', command: 'update', using: viewerIs('system') },
  ],
  rowLevelSecurity: 'force',
});

/** Something that was told. */
export class Notice extends NoticeTable.class {}
NoticeTable.setClass(Notice);
