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
