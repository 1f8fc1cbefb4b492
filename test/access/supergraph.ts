import { readFileSync } from 'node:fs';
import { buildASTSchema, parse } from 'graphql';
import { supergraphFile } from '../../installation/paths.ts';

/** The committed supergraph with its directives: what the tables of this folder have to cover. */
export const supergraph = buildASTSchema(parse(readFileSync(supergraphFile, 'utf8')), { assumeValidSDL: true });
