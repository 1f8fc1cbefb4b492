import { valueFromASTUntyped } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { ConfigurationError } from '../../subgraphs/kit/configuration.ts';

/** The specifications of rights that are enforced here, read under these very names. */
const readHere = ['authenticated', 'requiresScopes'];

/** Those that @apollo/gateway sees to, whatever they are called. */
const readByApollo = ['inaccessible'];

/** A specification that a supergraph is written with (`@link`), and how it calls what comes from there. */
interface Link {
  url: string;
  as?: string;
  for?: string;
  import?: (string | { name: string; as?: string })[];
}

/**
 * Refuses a supergraph with rights that this gateway wouldn't see, being of another kind or under another name: what was meant to be closed would be open.
 *
 * @throws ConfigurationError
 */
export function refuseUnenforceable(supergraph: GraphQLSchema): void {
  for (const link of linksOf(supergraph)) {
    const name = /\/(\w+)\/v[\d.]+$/.exec(link.url)?.[1] ?? '';
    const isAboutRights = link.for === 'SECURITY' || name === 'policy' || readHere.includes(name);
    const isRenamed = link.as !== undefined || link.import?.some((each) => typeof each === 'object' && each.as);
    const isEnforced = readByApollo.includes(name) || (readHere.includes(name) && !isRenamed);
    if (isAboutRights && !isEnforced) {
      throw new ConfigurationError(
        `SUPERGRAPH: this gateway doesn't enforce the rights of ${link.url} as they stand there.`,
      );
    }
  }
}

function linksOf({ astNode, extensionASTNodes }: GraphQLSchema): Link[] {
  return [astNode, ...extensionASTNodes]
    .flatMap((node) => node?.directives ?? [])
    .filter(({ name }) => name.value === 'link')
    .map(({ arguments: given = [] }) =>
      Object.fromEntries(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)])),
    ) as unknown as Link[];
}
