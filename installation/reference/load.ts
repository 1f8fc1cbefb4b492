import type { Client } from 'pg';
import { newId } from '../../subgraphs/kit/ids.ts';
import { systemAccountId, systemNames } from '../../subgraphs/kit/viewer/system.ts';
import calendar from '../../subgraphs/kit/terms/calendar.json' with { type: 'json' };
import conventions from './conventions.json' with { type: 'json' };
import duties from './duties.json' with { type: 'json' };
import foreign from './foreign-representations.json' with { type: 'json' };
import missions from './missions.json' with { type: 'json' };
import offices from './offices.json' with { type: 'json' };
import stateBodies from './state-bodies.json' with { type: 'json' };

/** The pilots, from the day on which their orders came into force; open-ended until an administrator says otherwise. */
const pilots = [
  { pilot: 'IIN', from: '2025-04-18', order: 'Joint order of 27–28 March 2025, No. 11-1-4/181, No. 225, No. 129/НҚ' },
  { pilot: 'DIGITAL_NOMAD_RESIDENCY', from: '2025-01-15', order: 'Joint order of 6 January 2025, No. 1/НҚ, No. 7' },
];

/** Loads what the product needs to know of the world. What an administrator may have changed since (calendar, pilot periods, foreign representations, parties of conventions, state bodies, figures of the state duty) is left as it is. */
export async function loadReferenceData(owner: Client, now: string): Promise<void> {
  await owner.query('begin');
  const missionOffices = missions.map(({ id, name, number }) => ({ id, kind: 'MISSION', city: null, name, number }));
  await owner.query(
    `insert into kit.office (id, kind, name, city, number) select id, kind, name, city, number from jsonb_populate_recordset(null::kit.office, $1)
     on conflict (id) do update set name = excluded.name, number = excluded.number`,
    [JSON.stringify([...offices, ...missionOffices])],
  );
  await owner.query(
    `insert into missions.mission select mission.* from jsonb_populate_recordset(null::missions.mission, $1) as mission
     on conflict (id) do update set name = excluded.name, city = excluded.city, time_zone = excluded.time_zone`,
    [JSON.stringify(missions.map(({ timeZone, ...mission }) => ({ ...mission, time_zone: timeZone })))],
  );
  await owner.query(
    `insert into missions.foreign_representation (id, kind, name, country, city, valid_from, valid_until, source)
     select id, kind, name, country, city, "from", "until", $2
       from jsonb_to_recordset($1) as known (id uuid, kind text, name jsonb, country text, city text, "from" date, "until" date)
     on conflict do nothing`,
    [JSON.stringify(foreign.representations), foreign.source],
  );
  for (const { year, status, daysOff, daysWorked } of calendar.years) {
    await owner.query(
      'insert into kit.calendar_year (id, year, status, days_off, days_worked) values ($1, $2, $3, $4::date[], $5::date[]) on conflict do nothing',
      [newId(), year, status, daysOff, daysWorked],
    );
  }
  for (const { pilot, from, order } of pilots) {
    await owner.query(
      `insert into kit.pilot_period (id, pilot, valid_from, order_reference) select $1, $2::text, $3::date, $4
       where not exists (select from kit.pilot_period where pilot = $2)`,
      [newId(), pilot, from, order],
    );
  }
  for (const { convention, name, parties } of conventions) {
    await owner.query(
      `insert into kit.convention_party (id, convention, country, valid_from, valid_until, source)
       select party.id, $1, party.country, party."from", party."until", concat_ws('. ', $2::text, party.note)
         from jsonb_to_recordset($3) as party (id uuid, country text, "from" date, "until" date, note text)
        where not exists (select from kit.convention_party where convention = $1)`,
      [convention, name, JSON.stringify(parties.map((party) => ({ ...party, id: newId() })))],
    );
  }
  for (const { figure, from, until, hundredths, source } of duties) {
    await owner.query(
      `insert into residence.duty_figure (id, figure, valid_from, valid_until, hundredths, source)
       select $1, $2::text, $3::date, $4::date, $5, $6
        where not exists (select from residence.duty_figure known
                           where known.figure = $2 and daterange(known.valid_from, known.valid_until, '[]') && daterange($3::date, $4::date, '[]'))`,
      [newId(), figure, from, until, hundredths, source],
    );
  }
  await owner.query(
    `insert into residence.state_body (body, valid_from, valid_until, name, source)
     select told.body, told."from", told."until", told.name, told.source
       from jsonb_to_recordset($1) as told (body text, "from" date, "until" date, name jsonb, source text)
      where not exists (select from residence.state_body known where known.body = told.body)`,
    [JSON.stringify(stateBodies)],
  );
  for (const name of systemNames) {
    await owner.query(
      `insert into kit.account_state (id, state, role) values ($1, 'ACTIVE', 'system') on conflict do nothing`,
      [systemAccountId(name)],
    );
  }
  await owner.query('select audit.make_journal_partitions($1::timestamptz::date, 13)', [now]);
  await owner.query('commit');
}
