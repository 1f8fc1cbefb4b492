import type { Context } from '../../kit/subgraph/context.ts';
import { readMany } from '../../kit/orm/read-many.ts';
import { Account } from './account.ts';
import { Mission } from './mission.ts';
import { Office } from './office.ts';

/** Missions by id. */
export async function missionsById(context: Context, ids: readonly string[]): Promise<Map<string, Mission>> {
  return readMany(context.read(), Mission, ids);
}

/** Missions by their number in Annex 1. */
export async function missionsByNumber(context: Context, numbers: readonly string[]): Promise<Map<string, Mission>> {
  const reads = context.read();
  const found = await reads.find(Mission, { number: { $in: numbers.map(Number) } });
  return new Map(found.map((mission) => [String(mission.number), mission]));
}

/** Accounts by id, those that the viewer may see. */
export async function accountsById(context: Context, ids: readonly string[]): Promise<Map<string, Account>> {
  return readMany(context.read(), Account, ids);
}

/** Offices by id. */
export async function officesById(context: Context, ids: readonly string[]): Promise<Map<string, Office>> {
  return readMany(context.read(), Office, ids);
}
