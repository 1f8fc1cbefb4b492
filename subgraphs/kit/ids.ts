import { v7 } from 'uuid';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A new opaque id (UUIDv7): later ids sort after earlier ones, in one process also within a millisecond, so lists page by id. */
export function newId(): string {
  return v7();
}

/** Whether a text has the form of an id. What has not cannot exist, and never reaches the database. */
export function isId(text: string): boolean {
  return uuid.test(text);
}
