import { randomUUID } from 'node:crypto';
import type { Client } from './client.ts';

/** An application, or a petition, as it was seen last. */
export interface Application {
  id: string;
  version: number;
  number: string;
}

/** A name in Latin letters. */
export interface Name {
  surname: string;
  givenNames: string;
}

/**
 * Sends a mutation on an application or a petition. The version that was seen goes along, so that nobody overwrites what they haven't seen; the answer has
 * the new one.
 */
export async function change<More>(client: Client, operation: string, application: Application, more: object = {}) {
  const input = { id: application.id, expectedVersion: application.version, idempotencyKey: randomUUID(), ...more };
  type Payload = Partial<Record<'application' | 'petition', Application & More>>;
  const { application: changed, petition } = Object.values(
    await client.send<Record<string, Payload>>(operation, { input }),
  )[0]!;
  return { ...application, ...(changed ?? petition)! };
}

/** A name as people say it. */
export function fullName({ givenNames, surname }: Name): string {
  return `${givenNames} ${surname}`;
}

/** A moment of the graph, which is written in Astana time, to the minute. */
export function minute(moment: string): string {
  return moment.slice(0, 16).replace('T', ' ');
}
