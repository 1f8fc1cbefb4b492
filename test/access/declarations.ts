import { jest } from '@jest/globals';
import type { ConstDirectiveNode, GraphQLSchema } from 'graphql';
import type { Requirement } from '../../subgraphs/kit/access/requirements.ts';

// Takes declarations off a product at work, in the very schemas that its gateway and its subgraphs enforce them from.

/** Where declarations are enforced. */
export type Place = 'gateway' | 'subgraphs';

/** Keeps those declarations for which it is so, of a type or a field, such as `Applicant` or `Query.journal`; takes the others off. */
export type KeepDeclarations = (kept: (declaration: string, place: Place) => boolean) => void;

/**
 * Makes the declarations of the product removable that is started after it: what a field requires is then read anew each time that somebody asks. Nothing of
 * the product may be imported before.
 */
export async function removableDeclarations(): Promise<KeepDeclarations> {
  const real = await import('../../subgraphs/kit/access/requirements.ts');
  const readFrom = new WeakMap<Requirement, Parameters<typeof real.requirementOf>>();
  const schemas = new Set<GraphQLSchema>();
  const requirementOf: typeof real.requirementOf = (...from) => {
    const requirement: Requirement = { all: [] };
    readFrom.set(requirement, from);
    schemas.add(from[0]);
    return requirement;
  };
  const judge: typeof real.judge = (requirement, viewer) =>
    real.judge(real.requirementOf(...readFrom.get(requirement!)!), viewer);
  jest.unstable_mockModule('../../subgraphs/kit/access/requirements.ts', () => ({ requirementOf, judge }));

  const written = new WeakMap<Holder, Holder['astNode']>();
  return (kept) => {
    for (const schema of schemas) {
      const place = schema.getType('join__Graph') ? 'gateway' : 'subgraphs';
      for (const [declaration, holder] of holdersIn(schema)) {
        if (!written.has(holder)) written.set(holder, holder.astNode);
        const node = written.get(holder)!;
        const directives = node.directives?.filter((directive) => !isDeclaration(directive));
        holder.astNode = kept(declaration, place) ? node : { ...node, directives };
      }
    }
  };
}

/** A type or a field, as it was written. */
interface Holder {
  astNode?: { directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined;
}

/** The types and fields of a schema by what their declaration is called. */
export function* holdersIn(schema: GraphQLSchema): Generator<[string, Holder]> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.astNode) yield [type.name, type as Holder];
    if (!('getFields' in type)) continue;
    for (const field of Object.values(type.getFields()))
      if (field.astNode) yield [`${type.name}.${field.name}`, field as Holder];
  }
}

/** Whether a directive says who may use what it stands on. */
export function isDeclaration({ name }: ConstDirectiveNode): boolean {
  return name.value === 'requiresScopes' || name.value === 'authenticated';
}
