import { getArgumentValues, getNamedType } from 'graphql';
import type { ExecutionResult, FieldNode, GraphQLError, GraphQLSchema } from 'graphql';
import { requirementOf } from '../access/requirements.ts';
import { Fault } from '../errors/fault.ts';
import { isId } from '../ids.ts';
import type { SubgraphRequest } from '../transport/transport.ts';
import type { Viewer } from '../viewer/viewer.ts';
import type { JournalEntry } from './journal.ts';

/**
 * What a caller asked a query for and was told that it isn't there: the type, and the ids that were asked for. Other values that were asked for, such as a number, stay
 * outside. What everybody may ask, what the product asks itself, and the five places where a document is looked for aren't told.
 */
export function lookedForInVain(
  schema: GraphQLSchema,
  { variables, trace }: SubgraphRequest,
  { errors = [] }: ExecutionResult,
  { viewer }: { viewer: Viewer | undefined },
): Pick<JournalEntry, 'action' | 'subjects'>[] {
  if (!viewer || viewer.role === 'system' || trace.download) return [];
  const queries = schema.getQueryType()!;
  return errors.filter(isNotFound).flatMap(({ nodes, path }) => {
    const node = nodes?.[0] as FieldNode | undefined;
    const field = node && path?.length === 1 ? queries.getFields()[node.name.value] : undefined;
    if (!field || !requirementOf(schema, queries, field)) return [];
    const values = Object.values(getArgumentValues(field, node!, variables));
    const subjects = values.filter((value): value is string => typeof value === 'string' && isId(value));
    return [{ action: getNamedType(field.type).name, subjects }];
  });
}

function isNotFound({ originalError }: GraphQLError): boolean {
  return originalError instanceof Fault && originalError.code === 'NOT_FOUND';
}
