import { defineEntity, p } from '@mikro-orm/postgresql';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Access } from '../../kit/access/declare.ts';
import { enumeration } from '../../kit/graph/enums.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import { nothing, viewerIs, visibleTo } from '../../kit/model/policies.ts';
import { instant } from '../../kit/orm/properties.ts';
import type { Role } from '../../kit/viewer/roles.ts';
import { incidentSystems } from '../rules/incidents.ts';
import type { IncidentSystem } from '../rules/incidents.ts';

/** What can fail, as the graph names it. */
export const IncidentSystemName = enumeration(
  'IncidentSystem',
  incidentSystems,
  'What failed: the migration police system, the link to it, or something else that prevents transmission (A§14).',
);

/** Who learns of failures: the operators and auditors of all, the counters of those that made their own applications late. */
const readersOfIncidents: Role[] = ['consul', 'authorised_employee', 'iin_operator', 'auditor'];
const operator = viewerIs('iin_operator');

export const IncidentTable = defineEntity({
  name: 'Incident',
  tableName: 'incident',
  schema: 'iin',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    system: p.enum(incidentSystems),
    description: p.text(),
    stopsDelivery: p.boolean(),
    foundAt: instant(),
    measuresFrom: instant(),
    measures: p.text().nullable(),
    openedAt: instant(),
    openedBy: p.uuid(),
    endedAt: instant().nullable(),
    closingMeasures: p.text().nullable(),
    closedAt: instant().nullable(),
    closedBy: p.uuid().nullable(),
  },
  filters: visibleTo((viewer) => (viewer && [...readersOfIncidents, 'system'].includes(viewer.role) ? {} : nothing)),
  policies: [
    { name: 'read', command: 'select', using: viewerIs(...readersOfIncidents, 'system') },
    { name: 'open', command: 'insert', check: operator },
    { name: 'close', command: 'update', using: operator },
  ],
  rowLevelSecurity: 'force',
});

/** A failure on the operators' side. */
@ObjectType({
  description:
    'A failure of the migration police system, of the link to it, or of something else that prevents transmission (A§14). It never moves a deadline.',
})
@Access({ roles: readersOfIncidents, rows: 'all' })
export class Incident extends IncidentTable.class {
  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;

  @Field(() => Int, { description: 'Its version, to be sent along with a change.' })
  declare version: number;

  @Field(() => IncidentSystemName, { description: 'What failed.' })
  declare system: IncidentSystem;

  @Field(() => String, { description: 'What happened.' })
  declare description: string;

  @Field(() => Boolean, {
    description: "Whether it closes the operators' side: applications that are registered meanwhile wait (A§10).",
  })
  declare stopsDelivery: boolean;

  @Field(() => DateTime, { description: 'When it was found.' })
  declare foundAt: Temporal.Instant;

  @Field(() => DateTime, {
    description:
      'From when measures are taken: when it was found, or, outside of working days from 09:00 to 18:30 Astana time, from 09:00 of the next one (A§14).',
  })
  declare measuresFrom: Temporal.Instant;

  @Field(() => String, { nullable: true, description: 'The measures that were told when it was recorded.' })
  declare measures: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it ended.' })
  declare endedAt: Temporal.Instant | null;

  @Field(() => String, { nullable: true, description: 'The measures that ended it.' })
  declare closingMeasures: string | null;
}
IncidentTable.setClass(Incident);
