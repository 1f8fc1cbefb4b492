import { join } from 'node:path';

const project = join(import.meta.dirname, '..');

/** The committed supergraph. */
export const supergraphFile = join(project, 'schema/supergraph.graphql');

/** The operations that are shipped for clients. */
export const operationsFolder = join(project, 'schema/operations');

/** Where an installation keeps its data unless `QONAQ_DATA` says otherwise. */
export const usualDataFolder = join(project, 'data');
