import { existsSync } from 'node:fs';
import { z } from 'zod';

/** Says everything that is wrong with the environment at once. */
export class ConfigurationError extends Error {}

/** Reads configuration from the environment: typed, an empty variable being as good as none. Throws one error that names every fault. */
export function readConfiguration<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  environment: NodeJS.ProcessEnv,
): z.output<z.ZodObject<Shape>> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const faults = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new ConfigurationError(`The configuration has faults:\n${faults.join('\n')}`);
}

/** `true` or `false`. */
export const yesOrNo = () => z.enum(['true', 'false']).transform((text) => text === 'true');

/** A TCP port; 0 lets the system choose. */
export const port = () => z.coerce.number().int().min(0).max(65_535);

/** Where a process listens, and for how many seconds it goes on answering when it is told to stop. */
export const listenSettings = {
  PORT: port().default(4000),
  HOST: z.string().default('127.0.0.1'),
  STOP_DELAY: z.coerce.number().min(0).max(60).default(0),
};

/** A connection string of PostgreSQL. */
export const databaseUrl = () => z.url({ protocol: /^postgres(ql)?$/ });

/** A key of 32 bytes, base64url. */
export const secretKey = () =>
  z.string().refine((text) => Buffer.from(text, 'base64url').length === 32, { error: 'Not 32 bytes, base64url.' });

/** The path of a file that is there. */
export const file = () => z.string().refine((path) => existsSync(path), { error: 'There is no such file.' });

/** A number of seconds, as milliseconds. */
export const seconds = () =>
  z.coerce
    .number()
    .positive()
    .transform((each) => each * 1000);

/** How long uploads wait for being attached, in days. */
export const retentionSettings = {
  RETENTION_UPLOADS: z.coerce
    .number()
    .int()
    .min(1)
    .max(10_000)
    .default(30)
    .transform((days) => Temporal.Duration.from({ hours: days * 24 })),
};

/** How long after a term has passed the head of the office is told, in hours. */
export const escalationSettings = {
  ESCALATION_HOURS: z.coerce
    .number()
    .int()
    .min(0)
    .max(10_000)
    .default(24)
    .transform((hours) => Temporal.Duration.from({ hours })),
};

/** Where subgraphs are reached, such as `applicants=http://10.0.0.5:4000/graphql,iin=unix:/run/qonaq/iin.sock`: by name. */
export const subgraphUrls = () =>
  z.string().transform((text, context) => {
    const urls: Record<string, string> = {};
    for (const pair of text.split(',')) {
      const [, name, url] = /^\s*([^=\s]+)\s*=\s*(https?:\/\/\S+|unix:\/\S+)\s*$/.exec(pair) ?? [];
      if (name && url && URL.canParse(url)) urls[name] = url;
      else context.addIssue(`"${pair}" is no name=http://host:port/path and no name=unix:/path.`);
    }
    return urls;
  });

/** Two settings that are given together or not at all; told together with whatever else is wrong. */
export const bothOrNeither = (one: string, other: string) =>
  z.refine<Record<string, unknown>>((given) => (given[one] === undefined) === (given[other] === undefined), {
    path: [`${one}, ${other}`],
    error: 'Give both or neither.',
    when: () => true,
  });

/** Whether only this machine reaches an address to listen on. A demo installation listens on no other. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host);
}
