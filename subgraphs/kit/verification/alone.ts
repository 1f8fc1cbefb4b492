import { Kind } from 'graphql';
import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import { refuseProblem } from '../errors/fault.ts';

/** Refuses an operation that verifies somebody and asks for anything beside: attempts are counted by operations. */
export function verifiesAlone({ operation: { selectionSet }, fragments }: GraphQLResolveInfo): void {
  if (fieldsOf(selectionSet, fragments) > 1) refuseProblem('VERIFICATION_ALONE', []);
}

/** How many fields a selection has, also through fragments. */
function fieldsOf({ selections }: SelectionSetNode, fragments: GraphQLResolveInfo['fragments']): number {
  const counts = selections.map((selection) => {
    if (selection.kind === Kind.FIELD) return 1;
    const { selectionSet } = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value]!;
    return fieldsOf(selectionSet, fragments);
  });
  return counts.reduce((sum, each) => sum + each, 0);
}
