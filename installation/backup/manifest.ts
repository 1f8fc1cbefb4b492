/** The name of the format. */
export const backupFormat = 'qonaq-backup-1';

/** What a backup says of itself. It is encrypted like everything in it, so whoever doesn't know the key can't make one. */
export interface Manifest {
  format: typeof backupFormat;
  /** The moment that it holds, RFC 3339. */
  takenAt: string;
  /** Whether the installation was one in demo mode. */
  demo: boolean;
  /** The migrations that the database had, as `folder/name`: it is restored by the version of the product that knows just these. */
  migrations: string[];
  /** The months for which the journal has partitions, by their first days. */
  months: string[];
  tables: BackedUpTable[];
  /** How far each sequence had counted, by its name; null where it had not begun. */
  sequences: Record<string, string | null>;
  /** The stored documents: how many, and SHA-256 of the list of their ids and lengths. */
  documents: { count: number; sha256: string };
  /** The number of the last seal over the journal. */
  lastSeal: number;
}

/** A table in a backup: a file in PostgreSQL's own text format for COPY, encrypted. */
export interface BackedUpTable {
  /** As `schema.table`. */
  name: string;
  columns: string[];
  rows: number;
  /** SHA-256 before encryption, hexadecimal. */
  sha256: string;
}

/** Where the parts of a backup are, from its folder. */
export const places = {
  manifest: 'manifest.age',
  database: 'database',
  documents: 'documents',
  heads: 'seals',
} as const;
