import { z } from 'zod';
import { executorSettings } from '../gateway/execution/executor-configuration.ts';
import { limitSettings } from '../gateway/limits/limit-configuration.ts';
import {
  escalationSettings,
  file,
  port,
  readConfiguration,
  retentionSettings,
  yesOrNo,
} from '../subgraphs/kit/configuration.ts';
import { mailSettings, senderIsNamed } from '../subgraphs/kit/mail/mail-configuration.ts';
import { signatureSettings } from '../subgraphs/kit/signatures/trust-configuration.ts';
import { trustSettings } from '../subgraphs/kit/viewer/trust-configuration.ts';
import { usualDataFolder } from './paths.ts';

const settings = z.object({
  PORT: port().default(4000),
  HOST: z.string().default('127.0.0.1'),
  QONAQ_DATA: z.string().default(usualDataFolder),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  QONAQ_DEMO: yesOrNo().optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
  FRONTENDS: file().optional(),
  SEAL_HEADS: z.string().optional(),
  PAGES_FOLDER: z.string().optional(),
  ...trustSettings,
  ...signatureSettings,
  ...mailSettings,
  ...escalationSettings,
  ...retentionSettings,
  ...limitSettings,
  ...executorSettings,
});

/** The configuration of the product in one process. */
export type InstallationConfiguration = z.output<typeof settings>;

/** Reads it from the environment; one error names every fault. */
export function installationConfiguration(environment: NodeJS.ProcessEnv): InstallationConfiguration {
  return readConfiguration(settings.check(senderIsNamed), environment);
}
