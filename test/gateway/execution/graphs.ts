import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { Kind, OperationTypeNode, parse } from 'graphql';
import type { DocumentNode } from 'graphql';
import { anonymousRequest } from '../../../gateway/request.ts';
import { requirementsOf } from '../../../gateway/requirements.ts';
import { loadSupergraph } from '../../../gateway/supergraph.ts';
import { supergraphFile } from '../../../installation/paths.ts';
import { judge } from '../../../subgraphs/kit/access/requirements.ts';
import { machineScopes } from '../../../subgraphs/kit/viewer/roles.ts';
import type { Viewer } from '../../../subgraphs/kit/viewer/viewer.ts';
import type { Asker, Graph } from '../../proofs/differential.ts';
import type { World } from '../../support/world.ts';
import { viewers } from '../../support/world-names.ts';
import { imaginedSubgraphs } from './imagined-subgraphs.ts';

const schemaFolder = join(import.meta.dirname, '../../../schema');

/** A graph that nobody would draw, with everything that federation has. */
export function strangeGraph(): Graph {
  const sdls = textsOf(join(import.meta.dirname, 'subgraphs'));
  const { supergraphSdl, errors } = composeServices(
    Object.entries(sdls).map(([name, sdl]) => ({ name, url: `http://${name}.example/graphql`, typeDefs: parse(sdl) })),
  );
  if (errors) throw new AggregateError(errors, errors.map(({ message }) => message).join('\n'));
  return { supergraphSdl, subgraphs: (faults) => imaginedSubgraphs(sdls, faults), askers: anybody({ fields: 30 }) };
}

/** The product's graph, of whose subgraphs nothing is there but the schemas; and the operations that are shipped for clients. */
export async function imaginedProductGraph(): Promise<Graph> {
  const { sdl } = await loadSupergraph(supergraphFile);
  const sdls = textsOf(join(schemaFolder, 'subgraphs'));
  const askers = anybody({ fields: 40 });
  return {
    supergraphSdl: sdl,
    subgraphs: (faults) => imaginedSubgraphs(sdls, faults),
    askers,
    written: shippedOperations().map(({ document }) => ({ document, asker: askers[0]! })),
  };
}

/** Somebody who may ask for everything: queries three times as often as mutations. */
function anybody({ fields }: { fields: number }): Asker[] {
  return (['query', 'query', 'query', 'mutation'] as const).map((kind) => ({
    request: anonymousRequest('request'),
    style: { kind, fields, depth: 5, allows: () => true, values: {} },
  }));
}

/** The product as it runs, with people of every role, who mostly ask for what they may. Nobody changes anything: the next one is to find the same. */
export async function productGraph({ product, clients, accounts, rows }: World): Promise<Graph> {
  const { sdl, schema } = await loadSupergraph(supergraphFile);
  const requirement = requirementsOf(schema);
  const ids = Object.values(rows).flatMap((owners) => Object.values(owners));
  const askers = await Promise.all(
    viewers.map(async (name): Promise<Asker & { role: string | undefined }> => {
      const role = name === 'nobody' ? undefined : accounts[name].role;
      const viewer = role && ({ scopes: new Set([`role:${role}`, ...machineScopes]) } as Partial<Viewer> as Viewer);
      const mayAsk = (type: string, field: string) =>
        judge(requirement(type, field), viewer || undefined) === 'ALLOWED';
      const authorization = role && `Bearer ${await clients[name].freshToken()}`;
      return {
        role,
        request: { ...anonymousRequest('request'), authorization, acceptLanguage: 'en' },
        style: {
          kind: 'query',
          fields: 40,
          depth: 6,
          allows: (type, field) => !written.includes(field) && mayAsk(type, field),
          values: {
            ID: ids,
            IIN: Object.values(rows.iin),
            DateTime: ['2026-03-02T09:00:00+05:00'],
            Date: ['2026-03-02'],
          },
        },
      };
    }),
  );
  const shipped = shippedOperations().filter(({ document }) => asks(document));
  return {
    supergraphSdl: sdl,
    subgraphs: () => product.subgraphs,
    askers,
    written: shipped.flatMap(({ role, document }) =>
      askers.filter((asker) => role === 'everybody' || asker.role === role).map((asker) => ({ document, asker })),
    ),
  };
}

/** What every question adds lines to, or counts: an account may verify only so often. */
const written = ['journal', 'verifySeals', 'verifyIin', 'residenceStatus'];

/** Whether an operation only asks, and for nothing that asking changes. */
function asks({ definitions: [operation] }: DocumentNode): boolean {
  if (operation?.kind !== Kind.OPERATION_DEFINITION || operation.operation !== OperationTypeNode.QUERY) return false;
  return operation.selectionSet.selections.every(
    (each) => each.kind === Kind.FIELD && !written.includes(each.name.value),
  );
}

/** The shipped operations, with the roles of their folders. */
function shippedOperations() {
  return Object.entries(textsOf(join(schemaFolder, 'operations'))).map(([file, text]) => ({
    role: dirname(file),
    document: parse(text),
  }));
}

/** The texts of a folder and of those in it, by their paths without the ending. */
function textsOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.graphql'));
  return Object.fromEntries(
    files.map((file) => [file.slice(0, -'.graphql'.length), readFileSync(join(folder, file), 'utf8')]),
  );
}
