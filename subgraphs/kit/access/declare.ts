import 'reflect-metadata';
import { Directive, Extensions } from 'type-graphql';
import type { Role } from '../viewer/roles.ts';
import type { Masking } from './masking.ts';

/** Which rows of what is declared a viewer gets; each name is a rule that the subgraph's `model/visibility.ts` and the database's policies carry. */
export type RowRule =
  'all' | 'own office' | 'own data' | 'own account' | 'own office or assigned' | 'opened case' | 'own stage';

/** Decorates a field, type or class of either kind. */
type Declaration = ClassDecorator & MethodDecorator & PropertyDecorator;

/**
 * Declares who may use a field, or any field of a type: any one of the roles or machine scopes. It becomes the schema's `@requiresScopes`,
 * which the subgraph and the gateway enforce, and so does any other router that knows the directive.
 */
export function Access(grant: { roles?: readonly Role[]; scopes?: readonly string[]; rows: RowRule }): Declaration {
  const scopes = [...(grant.roles ?? []).map((role) => `role:${role}`), ...(grant.scopes ?? [])];
  return declaration(
    { scopes, rows: grant.rows },
    `@requiresScopes(scopes: ${JSON.stringify(scopes.map((s) => [s]))})`,
  );
}

/** Declares that everybody who is signed in may use it. */
export function SignedIn(rows: RowRule): Declaration {
  return declaration({ rows }, '@authenticated');
}

/** Declares that everybody may use it, also without a token. */
export function Public(): Declaration {
  return declaration({ public: true });
}

/**
 * Declares that a field is personal data, and how a masked reader sees it; on the field of a filter or an argument, that they can't ask by it. What is
 * `hidden` is null: such a field is nullable, or a text.
 */
export function Masked(masking: Masking): MethodDecorator & PropertyDecorator {
  return Extensions({ masking });
}

/**
 * Declares whose the fields of a type are: the ids under which they can be disclosed to a masked reader, such as a case and its person. What belongs to a
 * type that says nothing is disclosed with what it stands in.
 */
export function BelongsTo<Row>(subjects: (row: Row) => readonly string[] | undefined): ClassDecorator {
  return Extensions({ subjects });
}

function declaration(access: object, directive?: string): Declaration {
  return ((...target: Parameters<MethodDecorator>) => {
    Extensions({ access })(...target);
    if (directive) Directive(directive)(...target);
  }) as Declaration;
}
