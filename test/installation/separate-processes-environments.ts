import { join } from 'node:path';
import { roleUrl } from '../../installation/database/external.ts';
import { allSubgraphs } from '../../subgraphs/all.ts';
import { subgraphNames } from '../../subgraphs/kit/subgraph/definition.ts';
import type { SubgraphName } from '../../subgraphs/kit/subgraph/definition.ts';

/** What a process is told, by variable. */
export type Environment = Record<string, string>;

/** What there is one process of, at an address that the others know. */
export const addressed = [...subgraphNames, 'identity'] as const;

/** A process of the product. */
export type ProcessName = (typeof addressed)[number] | 'gateway';

/** What is started with which file. */
export const files: Record<ProcessName, string> = {
  missions: 'subgraphs/missions/main.ts',
  applicants: 'subgraphs/applicants/main.ts',
  iin: 'subgraphs/iin/main.ts',
  residence: 'subgraphs/residence/main.ts',
  complaints: 'subgraphs/complaints/main.ts',
  audit: 'subgraphs/audit/main.ts',
  identity: 'gateway/identity/main.ts',
  gateway: 'gateway/main.ts',
};

/** What the processes are told about. */
export interface Surroundings {
  /** Where the secrets' command wrote, and documents are kept. */
  folder: string;
  /** What the secrets' command wrote, by variable. */
  secrets: Environment;
  /** Connection string of the database's owner, on the way that the processes take. */
  databaseUrl: string;
  /** Where people reach the installation. */
  publicUrl: string;
  ports: Record<(typeof addressed)[number], number>;
  /** In demo mode tokens of demo accounts are believed, else those of the identity provider. */
  demo: boolean;
}

/** What each process is told: what docker-compose.yml tells it, and where it and the others are. */
export function environments(surroundings: Surroundings): Record<ProcessName, Environment> {
  const { folder, secrets, publicUrl: PUBLIC_URL, ports, demo } = surroundings;
  const SUBGRAPH_URLS = subgraphUrls(ports);
  const documents = { STORAGE_FOLDER: join(folder, 'documents'), STORAGE_KEY: secrets.STORAGE_KEY! };
  const trust = demo
    ? { TOKEN_ISSUER: 'qonaq:demo', TOKEN_KEYS: join(folder, 'token-keys.json') }
    : { TOKEN_ISSUER: PUBLIC_URL, TOKEN_KEYS: `http://127.0.0.1:${ports.identity}/identity/keys` };

  return {
    missions: {
      ...subgraph('missions'),
      SMTP_URL: '',
      SMTP_PASSWORD: join(folder, 'deployment/secrets/smtp-password'),
      MAIL_FROM: '',
      WEBHOOK_KEY: secrets.WEBHOOK_KEY!,
      CABINET_URL: '',
    },
    applicants: { ...subgraph('applicants'), ...documents },
    iin: { ...subgraph('iin'), ...documents },
    residence: { ...subgraph('residence'), ...documents },
    complaints: { ...subgraph('complaints'), ...documents },
    audit: {
      ...subgraph('audit'),
      SEAL_KEY: join(folder, 'deployment/secrets/seal-key.json'),
      SEAL_HEADS: join(folder, 'seals'),
    },
    identity: {
      PORT: String(ports.identity),
      PUBLIC_URL,
      IDENTITY_KEY: secrets.IDENTITY_KEY!,
      SYSTEM_KEY: systemKey(''),
      TRUST_PROXY: '127.0.0.1',
      FRONTENDS: join(import.meta.dirname, '../../deployment/frontends.json'),
      DATABASE_URL: databaseUrl('identity'),
      SUBGRAPH_URLS,
    },
    gateway: { ...trust, ...documents, PORT: '0', PUBLIC_URL, DATABASE_URL: databaseUrl('gateway'), SUBGRAPH_URLS },
  };

  function subgraph(name: SubgraphName): Environment {
    const jobs = allSubgraphs[name].jobs !== undefined;
    return {
      ...trust,
      PORT: String(ports[name]),
      PUBLIC_URL,
      DATABASE_URL: databaseUrl(name),
      SYSTEM_KEY: systemKey(jobs ? '' : '-public'),
      ...(jobs && { WORKER_DATABASE_URL: databaseUrl('worker'), ESCALATION_HOURS: '24' }),
      SUBGRAPH_URLS,
    };
  }

  function databaseUrl(role: ProcessName | 'worker'): string {
    const password = secrets[`DATABASE_PASSWORD_${role.toUpperCase()}`]!;
    return roleUrl(surroundings.databaseUrl, `qonaq_${role}`, password);
  }

  function systemKey(half: '' | '-public'): string {
    return join(folder, `deployment/secrets/system-key${half}.json`);
  }
}

/** Where the subgraphs are; some of them elsewhere. */
export function subgraphUrls(
  ports: Record<SubgraphName, number>,
  elsewhere: Partial<Record<SubgraphName, string>> = {},
): string {
  const url = (name: SubgraphName) => elsewhere[name] ?? `http://127.0.0.1:${ports[name]}`;
  return subgraphNames.map((name) => `${name}=${url(name)}/graphql`).join(',');
}
