import { defineEntity, p } from '@mikro-orm/postgresql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Access, BelongsTo, Masked } from '../../kit/access/declare.ts';
import { CityName } from '../../kit/graph/city.ts';
import { PersonName } from '../../kit/graph/person.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import { visibleTo, auditedWhen } from '../../kit/model/policies.ts';
import { instant } from '../../kit/orm/properties.ts';
import { cities, roles } from '../../kit/viewer/roles.ts';
import type { City, Role } from '../../kit/viewer/roles.ts';
import { followUpActions } from '../rules/decision.ts';
import { complaintStates } from '../rules/lifecycle.ts';
import { addressees, complaintTargets, providerRoles, services, subjectKinds } from '../rules/subject.ts';
import type { Addressee, ComplaintTarget, Service } from '../rules/subject.ts';
import { AddresseeName, ComplaintTargetName, ServiceName } from './enumerations.ts';
import { complaintPolicy, visibleComplaints } from './visibility.ts';

/** Who asks for complaints; which of them is the row rule's. */
export const readersOfComplaints: Role[] = [
  ...providerRoles,
  'complaint_reviewer',
  'consul',
  'authorised_employee',
  'psc_officer',
  'applicant',
  'auditor',
];

export const ComplaintTable = defineEntity({
  name: 'Complaint',
  tableName: 'complaint',
  schema: 'complaints',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    number: p.text().unique(),
    /** As it was recorded last; what was forwarded since by the clock, `stateAt` says. */
    state: p.enum(complaintStates),
    service: p.enum(services),
    /** Whose residence service, where it is that. */
    city: p.enum(cities).nullable(),
    subjectKind: p.enum(subjectKinds),
    // The case that it is about, as it was told of when the complaint was filed, as a paper file would hold it.
    subjectId: p.uuid().nullable(),
    subjectNumber: p.text().nullable(),
    /** Who had acted on the case by then: they are complained of. */
    actedBy: p.type('uuid[]').columnType('uuid[]').$type<string[]>(),
    latinName: p.json().$type<PersonName>(),
    /** The account of the person, where one is known. */
    accountId: p.uuid().nullable(),
    /** The person as once presented, where one is known: told by e-mail at that address. */
    applicantId: p.uuid().nullable(),
    /** The office at which it was filed; none when the person filed it. */
    officeId: p.uuid().nullable(),
    filedBy: p.uuid(),
    /** The role in which it was filed: who filed it for the person tells them. */
    filedAs: p.enum(roles),
    addressedTo: p.enum(addressees),
    against: p.enum(complaintTargets),
    text: p.text(),
    receivedAt: instant(),
    registeredAt: instant().nullable(),
    /** When the provider decided, after its registration there. */
    providerDecidedAt: instant().nullable(),
    forwardedAt: instant().nullable(),
    /** When the three days end, after which it is forwarded by the clock. */
    forwardsAt: instant(),
    /** The earliest of its due moments that run, as was recorded last. */
    dueAt: instant().nullable(),
    /** What has to follow in the case, and when it did. */
    followUp: p.enum(followUpActions).nullable(),
    followUpDoneAt: instant().nullable(),
  },
  indexes: [
    { properties: ['service', 'state', 'id'] },
    { properties: ['service', 'city', 'dueAt', 'id'] },
    { properties: ['accountId', 'id'] },
    { properties: ['officeId', 'id'] },
    { properties: ['filedBy', 'id'] },
    { properties: ['state', 'forwardsAt'] },
    { properties: ['forwardedAt', 'id'] },
  ],
  filters: visibleTo(visibleComplaints),
  policies: [auditedWhen(complaintPolicy())],
  rowLevelSecurity: 'force',
});

/** A complaint. */
@ObjectType({
  description: 'A complaint about a decision, an act or an omission in one of the services (A§15-3–18).',
})
@Directive('@key(fields: "id")')
@Access({ roles: [...readersOfComplaints, 'system'], rows: 'own stage' })
@BelongsTo<{ id: string; applicantId: string | null }>(({ id, applicantId }) =>
  applicantId ? [id, applicantId] : [id],
)
export class Complaint extends ComplaintTable.class {
  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;

  @Field(() => Int, { description: 'Its version, to be sent along with a change.' })
  declare version: number;

  @Field(() => String, { description: 'Its number, such as CMP-2026-000007.' })
  declare number: string;

  @Field(() => ServiceName, { description: 'The service that it is about.' })
  declare service: Service;

  @Field(() => CityName, { nullable: true, description: 'The city, of the residence service.' })
  declare city: City | null;

  @Field(() => PersonName, { description: 'The names of the person in Latin letters.' })
  declare latinName: PersonName;

  @Field(() => AddresseeName, { description: 'To whom it is addressed (A§16, A§17).' })
  declare addressedTo: Addressee;

  @Field(() => ComplaintTargetName, { description: 'What it is against (A§15-3).' })
  declare against: ComplaintTarget;

  @Field(() => String, { description: 'The complaint itself.' })
  @Masked('hidden')
  declare text: string;

  @Field(() => DateTime, {
    description: 'When it was received: the three working days until it is forwarded are counted from here (A§15-3).',
  })
  declare receivedAt: Temporal.Instant;

  @Field(() => DateTime, { nullable: true, description: 'When the provider registered it (A§16).' })
  declare registeredAt: Temporal.Instant | null;

  declare accountId: string | null;
  declare applicantId: string | null;
  declare officeId: string | null;
  declare providerDecidedAt: Temporal.Instant | null;
  declare forwardedAt: Temporal.Instant | null;
  declare dueAt: Temporal.Instant | null;
}
ComplaintTable.setClass(Complaint);
