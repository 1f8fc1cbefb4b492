/** A list of an answer as a table. */
export interface Table {
  /** Where in the answer the list is, such as `me.notifications`. */
  name: string;
  /** The names of the columns: those of nested fields with dots between them. */
  columns: string[];
  /** The cells by their columns; a row needn't have each. */
  rows: Map<string, Cell>[];
}

/** What stands in a cell. */
export type Cell = string | number | boolean;

/** The tables of an answer: each connection that no other one is within, in the order of the answer. */
export function tablesOf(data: unknown): Table[] {
  return connections(data, []).map(({ path, nodes }) => {
    const rows = nodes.map((node) => new Map(cells(node, [])));
    return { name: path.join('.'), columns: columnsOf(rows), rows };
  });
}

interface Connection {
  path: string[];
  nodes: unknown[];
}

function connections(value: unknown, path: string[]): Connection[] {
  if (typeof value !== 'object' || value === null) return [];
  const { edges } = value as { edges?: unknown };
  if (Array.isArray(edges) && edges.every((edge) => isObject(edge) && 'node' in edge)) {
    return [{ path, nodes: edges.map((edge: { node: unknown }) => edge.node) }];
  }
  return Object.entries(value).flatMap(([name, each]) => connections(each, [...path, name]));
}

/** The cells of a row: a list of plain values is one cell, one of objects a group of columns for each of them. */
function cells(value: unknown, path: string[]): [string, Cell][] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value) && !value.some(isObject)) return [[path.join('.'), value.join('; ')]];
  if (isObject(value)) return Object.entries(value).flatMap(([name, each]) => cells(each, [...path, name]));
  return [[path.join('.'), value as Cell]];
}

/** Each column once, beside its neighbours: a row that has more columns of a group adds them there. */
function columnsOf(rows: readonly Map<string, Cell>[]): string[] {
  const columns: string[] = [];
  for (const row of rows) {
    let place = 0;
    for (const column of row.keys()) {
      const known = columns.indexOf(column);
      if (known < 0) columns.splice(place, 0, column);
      place = (known < 0 ? place : known) + 1;
    }
  }
  return columns;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
