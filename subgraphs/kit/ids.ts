import { randomUUIDv7 } from 'node:crypto';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A new opaque id (UUIDv7): later ids sort after earlier ones, so lists page by id. */
export function newId(): string {
  return randomUUIDv7();
}

/** Whether a text has the form of an id. What has not cannot exist, and never reaches the database. */
export function isId(text: string): boolean {
  return uuid.test(text);
}
