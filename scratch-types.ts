import { MikroORM } from '@mikro-orm/postgresql';
import { allSubgraphs } from './subgraphs/all.ts';
const orm = await MikroORM.init({ entities: Object.values(allSubgraphs).flatMap((s) => s.entities).filter((e, i, all) => all.findIndex((o: any) => o.meta.className === (e as any).meta.className) === i) as any, dbName: 'x', connect: false, discovery: { warnWhenNoEntities: false } } as any);
const seen = new Map<string, string[]>();
for (const meta of orm.getMetadata() as any) { const m = Array.isArray(meta) ? meta[1] : meta;
  for (const p of Object.values(m.properties) as any[]) { const k = [p.customType?.constructor.name, p.columnTypes?.[0], p.runtimeType, p.kind, p.lazy, p.persist, p.fieldNames?.length].join('|'); seen.set(k, [...(seen.get(k) ?? []), m.className + '.' + p.name]); } }
for (const [k, v] of seen) console.log(k, v.length, v.slice(0, 4).join(' '));
