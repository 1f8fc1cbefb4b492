import { DriverException, OptimisticLockError, UniqueConstraintViolationException } from '@mikro-orm/core';
import { Fault } from '../errors/fault.ts';

/** SQLSTATE classes that mean the database can't be reached or can't serve now: connection, resources, operator intervention. */
const outOfReach = /^(08|53|57)/;
const noConnection = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|ETIMEDOUT)$/;

/** What a failure of the database means to the caller: a fault of the contract, or the failure itself when it is a bug of ours. */
export function databaseFailure(error: unknown): unknown {
  if (error instanceof OptimisticLockError || error instanceof UniqueConstraintViolationException)
    return new Fault('CONFLICT');
  const { code, message } = error as { code?: string; message?: string };
  const lost = /timeout exceeded when trying to connect|Connection terminated|connection error/i.test(message ?? '');
  if (lost || (code && (outOfReach.test(code) || noConnection.test(code)))) return new Fault('UNAVAILABLE');
  // Row level security answered a write: what the viewer may not see does not exist for them.
  if (error instanceof DriverException && code === '42501' && /row-level security/.test(message ?? ''))
    return new Fault('NOT_FOUND');
  return error;
}
