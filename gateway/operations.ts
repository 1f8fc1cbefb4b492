import { Kind } from 'graphql';
import type { DocumentNode, FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';

/** The fragments of a document, by name. */
export function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  return new Map(
    document.definitions
      .filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  );
}

/** An operation that was found valid, as Apollo tells of it. */
export interface ValidOperation {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
}

/** Finds something out of each operation once: sent again, an operation is the very one that Apollo keeps, as long as it keeps it. */
export function oncePerOperation<Found>(find: (valid: ValidOperation) => Found): (valid: ValidOperation) => Found {
  const known = new WeakMap<OperationDefinitionNode, { found: Found }>();
  return (valid) => {
    const entry = known.get(valid.operation) ?? { found: find(valid) };
    known.set(valid.operation, entry);
    return entry.found;
  };
}
