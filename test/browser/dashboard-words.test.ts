import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import type { GraphQLEnumType } from 'graphql';
import { supergraphFile } from '../../installation/paths.ts';
import { readFilters, recentWeeks, writeFilters } from '../../gateway/pages/browser/dashboard/filters.ts';
import {
  writeCount,
  writeDay,
  writeHours,
  writeMoment,
  writeShare,
} from '../../gateway/pages/browser/dashboard/format.ts';
import { categoriesOf, serviceNames } from '../../gateway/pages/browser/dashboard/names.ts';
import { graphiqlAddress, pageQuery, queryFor, selections } from '../../gateway/pages/browser/dashboard/query.ts';
import type { Part } from '../../gateway/pages/browser/dashboard/query.ts';
import { shortName } from '../../gateway/pages/browser/dashboard/short-name.ts';

const schema = buildSchema(readFileSync(supergraphFile, 'utf8'), { assumeValidSDL: true });
const services = ['IIN', 'PETITION', 'RESIDENCE', 'COMPLAINT'] as const;
/** A Friday. */
const day = '2026-11-27';

describe('What an address asks for', () => {
  test('is numbers of the last twelve weeks where it says nothing', () => {
    expect(readFilters('', day)).toEqual({ service: 'IIN', from: '2026-09-07', until: day });
  });

  test.each([
    '?service=IIN&from=2026-01-01&until=2026-02-01&mission=13&category=HEIR',
    '?service=RESIDENCE&from=2026-01-01&until=2026-02-01&city=ALMATY',
    '?service=COMPLAINT&from=2026-01-01&until=2026-02-01&category=RESIDENCE&city=ALMATY',
  ])('%s is written as it is read', (search) => expect(writeFilters(readFilters(search, day))).toBe(search));

  test.each([
    '?service=TEA',
    '?service=toString',
    '?from=2026-02-30',
    '?from=yesterday',
    '?from=2026-11-28',
    '?mission=0',
    '?mission=101',
    '?mission=1.5',
    '?category=RESIDENCE',
    '?city=ASTANA',
  ])('%s is as usual, since it can’t be', (search) => expect(readFilters(search, day)).toEqual(readFilters('', day)));

  test('begins on a Monday, also when asked on one', () => {
    expect(recentWeeks('2026-11-23', 0)).toEqual({ from: '2026-11-23', until: '2026-11-23' });
    expect(recentWeeks('2026-11-29', 0).from).toBe('2026-11-23');
  });
});

describe('What is asked of the graph', () => {
  test.each(services)('fits the schema, for the whole page of %s', (service) =>
    expect(validate(schema, parse(pageQuery(service)))).toEqual([]),
  );

  test.each(Object.keys(selections) as Part[])('fits the schema, for %s alone', (part) =>
    expect(validate(schema, parse(queryFor([selections[part]])))).toEqual([]),
  );

  test('stands in GraphiQL with the filters, whatever is in it', () => {
    const filters = { service: 'IIN', from: '2026-01-01', until: '2026-02-01', mission: 13 } as const;
    const [, query, variables] = /^\/graphiql#query=([^&=]+)&variables=([^&=]+)$/.exec(
      graphiqlAddress('{ a(b: "&=#%") }', filters),
    )!;
    expect(decodeURIComponent(query!)).toBe('{ a(b: "&=#%") }');
    expect(JSON.parse(decodeURIComponent(variables!))).toEqual({ filter: filters });
  });

  test('names the services and categories that there are', () => {
    const valuesOf = (name: string) => (schema.getType(name) as GraphQLEnumType).getValues().map((each) => each.name);
    expect(Object.keys(serviceNames)).toEqual(valuesOf('Service'));
    expect(Object.keys(categoriesOf.IIN!)).toEqual(valuesOf('IinCategory'));
    expect(Object.keys(categoriesOf.COMPLAINT!)).toEqual(valuesOf('ComplaintService'));
  });
});

describe('Numbers in words', () => {
  test('what was held back is never none', () => {
    expect(writeCount(null, 'en')).toBe('fewer than 5');
    expect(writeCount(null, 'kk')).toBe('5-тен аз');
    expect(writeCount(0, 'ru')).toBe('0');
    expect(writeCount(1284, 'en')).toBe('1,284');
  });

  test('what isn’t all is never all', () => {
    expect(writeShare(1, 'en')).toBe('100%');
    expect(writeShare(0.999, 'en')).toBe('99%');
    expect(writeShare(0.874, 'en')).toBe('87%');
  });

  test('days and moments, in each language as it writes them', () => {
    expect(writeDay('2026-09-07', 'kk')).toBe('07.09');
    expect(writeDay('2026-09-07', 'ru', { year: 'numeric' })).toBe('07.09.2026');
    expect(writeDay('2026-11-07', 'en')).toBe('7 Nov');
    // After 19:00 in Greenwich it is the next day in Astana.
    expect(writeMoment('2026-11-26T22:05:00Z', 'ru')).toBe('27.11.2026, 03:05');
  });

  test('lengths of time, in minutes, hours or days', () => {
    expect(writeHours(0.4, 'en')).toBe('24 min');
    expect(writeHours(21.5, 'ru')).toBe('22 ч');
    expect(writeHours(72, 'kk')).toBe('3 күн');
    expect(writeHours(60, 'en')).toBe('2.5 d');
  });

  test('missions, without whose they are', () => {
    expect(shortName('Embassy of the Republic of Kazakhstan in the Republic of Albania')).toBe(
      'Embassy in the Republic of Albania',
    );
    expect(shortName('Посольство Республики Казахстан в Республике Албания')).toBe('Посольство в Республике Албания');
    expect(shortName('Қазақстан Республикасының Албания Республикасындағы Елшілігі')).toBe(
      'Албания Республикасындағы Елшілігі',
    );
  });
});
