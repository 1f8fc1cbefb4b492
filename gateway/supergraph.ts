import { readFile } from 'node:fs/promises';
import { buildASTSchema, parse } from 'graphql';
import type { GraphQLSchema } from 'graphql';

/** A supergraph as the gateway works with it. */
export interface Supergraph {
  /** The text that @apollo/gateway is given. */
  sdl: string;
  /** The whole schema with its directives, to read rights from. */
  schema: GraphQLSchema;
}

/**
 * Loads a supergraph. The committed text says that its rights are a matter of security, which other routers need and @apollo/gateway, which enforces none,
 * refuses to start on; the gateway enforces them itself, so the mark is taken off the text that @apollo/gateway sees, and only there.
 */
export async function loadSupergraph(file: string): Promise<Supergraph> {
  const text = await readFile(file, 'utf8');
  return {
    sdl: text.replaceAll(/,\s*for:\s*SECURITY/g, ''),
    schema: buildASTSchema(parse(text), { assumeValidSDL: true }),
  };
}
