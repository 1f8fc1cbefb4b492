import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Migration, Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { runMigrations } from 'graphile-worker';

/** The folders of `migrations/`, in the order in which they build on each other. */
export const migrationFolders = [
  'kit',
  'audit',
  'identity',
  'missions',
  'applicants',
  'iin',
  'residence',
  'complaints',
] as const;

/**
 * Brings a database to the present model: the job queue's own tables, then each folder of `migrations/`, each file once.
 *
 * @param ownerUrl connection string of the role that owns everything, which no process of the product logs in as.
 */
export async function migrate(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl });
  for (const folder of migrationFolders) {
    const orm = await MikroORM.init({
      entities: [],
      clientUrl: ownerUrl,
      discovery: { warnWhenNoEntities: false },
      ensureDatabase: false,
      extensions: [Migrator],
      migrations: {
        tableName: `migration_${folder}`,
        migrationsList: await migrationsOf(folder),
        snapshot: false,
        silent: true,
      },
    });
    await orm.migrator.up();
    await orm.close();
  }
}

async function migrationsOf(folder: string) {
  const path = join(import.meta.dirname, '../migrations', folder);
  const files = (await readdir(path)).filter((file) => file.endsWith('.sql')).toSorted();
  return Promise.all(
    files.map(async (name) => ({ name, class: migrationOf(await readFile(join(path, name), 'utf8')) })),
  );
}

function migrationOf(sql: string): new (...parameters: ConstructorParameters<typeof Migration>) => Migration {
  return class extends Migration {
    override up(): void {
      this.addSql(sql);
    }
  };
}
