import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import type { ValueNode } from 'graphql';
import { canonicalCountryCode, country } from '../countries/countries.ts';
import { astanaMoment } from './astana-moment.ts';

/** A scalar that is written as text. */
function textScalar<Value>(config: {
  name: string;
  description: string;
  parse: (text: string) => Value | undefined;
  write: (value: Value) => string;
  specifiedByURL?: string;
}): GraphQLScalarType<Value, string> {
  const read = (given: unknown, nodes?: ValueNode): Value => {
    const value = typeof given === 'string' && given.length <= 64 ? parsed(config.parse, given) : undefined;
    if (value === undefined)
      throw new GraphQLError(`Not a ${config.name}`, { nodes, extensions: { code: 'BAD_USER_INPUT' } });
    return value;
  };
  return new GraphQLScalarType<Value, string>({
    name: config.name,
    description: config.description,
    ...(config.specifiedByURL && { specifiedByURL: config.specifiedByURL }),
    serialize: (value) => config.write(value as Value),
    parseValue: (given) => read(given),
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined, node),
  });
}

function parsed<Value>(parse: (text: string) => Value | undefined, text: string): Value | undefined {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

const earliest = Temporal.Instant.from('1800-01-01T00:00:00Z');
const latest = Temporal.Instant.from('2200-01-01T00:00:00Z');

/** A moment; written with Astana's offset. */
export const DateTime = textScalar<Temporal.Instant>({
  name: 'DateTime',
  description: 'A moment, RFC 3339 with offset, such as 2026-03-10T18:30:00+05:00. Answers are written in Astana time.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time',
  parse: (text) => {
    const instant = Temporal.Instant.from(text);
    return Temporal.Instant.compare(instant, earliest) < 0 || Temporal.Instant.compare(instant, latest) > 0
      ? undefined
      : instant;
  },
  write: astanaMoment,
});

/** A day of the calendar. */
export const PlainDate = textScalar<Temporal.PlainDate>({
  name: 'Date',
  description: 'A day of the calendar, such as 2026-03-10.',
  parse: (text) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
    const date = Temporal.PlainDate.from(text, { overflow: 'reject' });
    return date.year >= 1800 && date.year < 2200 ? date : undefined;
  },
  write: (date) => date.toString(),
});

/** A state or other issuer of travel documents, by its ICAO code. */
export const CountryCode = textScalar<string>({
  name: 'CountryCode',
  description:
    'The ICAO 9303 code of a state or other issuer of travel documents, such as D for Germany, UZB, or XXA for a stateless person.',
  parse: (text) => {
    const code = canonicalCountryCode(text);
    return country(code) ? code : undefined;
  },
  write: (code) => code,
});

/** The individual identification number. */
export const Iin = textScalar<string>({
  name: 'IIN',
  description:
    'An individual identification number: 12 digits. Whom numbers are masked to sees the last three, as …003.',
  parse: (text) => (/^[0-9]{12}$/.test(text) ? text : undefined),
  write: (iin) => iin,
});

/** An amount of money; within the product it is whole tiyn, hundredths of a tenge. */
export const Tenge = textScalar<number>({
  name: 'Tenge',
  description: 'An amount in tenge, with at most two decimal places, such as 786.40; less than ten million.',
  parse: (text) => (/^\d{1,7}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : undefined),
  write: (tiyn) => (tiyn / 100).toFixed(2),
});
