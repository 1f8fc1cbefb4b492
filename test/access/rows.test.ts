import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import type { World } from '../support/world.ts';
import { viewers } from '../support/world-names.ts';
import type { Owner, ViewerName } from '../support/world-names.ts';
import { read, readings, refused, shownBySees } from './readings.ts';
import { forms, reshape } from './reshape.ts';
import { sees } from './sees.ts';
import { supergraph } from './supergraph.ts';

// Every viewer, every reading, everybody's rows: who may ask is in readings.ts, whose rows they get is in sees.ts.

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.product.close());

describe.each(Object.entries(readings))('%s', (_name, reading) => {
  const expected = (viewer: ViewerName) => {
    // A subgraph that is asked for an entity shows nothing of it to whom it doesn't exist for: no refusal tells that it is there.
    const mayAsk = reading.of || reading.may.includes(viewer);
    return { ...(mayAsk ? shownBySees(world, viewer, reading) : refused(viewer)), foreign: [] };
  };

  test.each(viewers)('asked by %s', async (viewer) => {
    expect(await read(world, viewer, reading)).toEqual(expected(viewer));
  });

  test.each(forms)('the same to everybody as %s, under other names', async (form) => {
    const askedOtherwise = (text: string) =>
      reshape(
        supergraph,
        text,
        () => form,
        () => true,
      );
    for (const viewer of new Set([reading.may[0]!, reading.may.at(-1)!, 'consul of Berlin', 'hub officer'] as const)) {
      expect([viewer, await read(world, viewer, reading, askedOtherwise)]).toEqual([viewer, expected(viewer)]);
    }
  });

  test('somebody gets each row of it', () => {
    const got = reading.may.flatMap((viewer) => shownBySees(world, viewer, reading).owners);
    // An applicant's account is the applicant's own; nobody acts with this one.
    const owners = Object.keys(world.rows[reading.shows]).filter((owner) => owner !== 'an applicant');
    expect(new Set(got)).toEqual(new Set(owners));
  });
});

describe('GET /documents/:id', () => {
  test.each(viewers)('by %s', async (viewer) => {
    for (const kind of [
      'document',
      'printedForm',
      'caseDocument',
      'casePaper',
      'questionnaire',
      'complaintPaper',
      'sentPaper',
    ] as const) {
      for (const [owner, id] of Object.entries(world.rows[kind])) {
        const response = await world.clients[viewer].get(`/documents/${id}`);
        await response.arrayBuffer();
        // Auditors see that it is there, not what it shows.
        const seen = viewer !== 'auditor' && sees[kind][viewer]?.includes(owner as Owner);
        expect([kind, owner, response.status]).toEqual([kind, owner, seen ? 200 : viewer === 'nobody' ? 401 : 404]);
      }
    }
  });
});
