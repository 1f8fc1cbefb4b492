import { Type } from '@mikro-orm/core';

/** A moment, kept as `timestamptz`. */
export class InstantType extends Type<Temporal.Instant | null, string | null> {
  override convertToDatabaseValue(value: Temporal.Instant | string | null): string | null {
    return value === null || typeof value === 'string' ? value : value.toString();
  }

  override convertToJSValue(value: string | Date | Temporal.Instant | null): Temporal.Instant | null {
    if (value instanceof Date) return Temporal.Instant.fromEpochMilliseconds(value.getTime());
    return typeof value === 'string' ? Temporal.Instant.from(value.replace(' ', 'T')) : value;
  }

  override compareAsType(): string {
    return 'string';
  }

  override getColumnType(): string {
    return 'timestamptz(6)';
  }
}

/** A day of the calendar, kept as `date`. */
export class PlainDateType extends Type<Temporal.PlainDate | null, string | null> {
  override convertToDatabaseValue(value: Temporal.PlainDate | string | null): string | null {
    return value === null || typeof value === 'string' ? value : value.toString();
  }

  override convertToJSValue(value: string | Temporal.PlainDate | null): Temporal.PlainDate | null {
    return typeof value === 'string' ? Temporal.PlainDate.from(value) : value;
  }

  override compareAsType(): string {
    return 'string';
  }

  override getColumnType(): string {
    return 'date';
  }
}
