/** Another process of the product holds the folder's database. */
export class AlreadyRunningError extends Error {
  override readonly name = 'AlreadyRunningError';
  /** Where the database lives. */
  readonly folder: string;
  /** The process that holds it; undefined if it hasn't written its id yet. */
  readonly processId: number | undefined;

  constructor(folder: string, processId: number | undefined) {
    super(
      `Qonaq is already running on the database in ${folder}, as process ${processId ?? '(unknown)'}. ` +
        'Stop that process first, or choose another folder.',
    );
    this.folder = folder;
    this.processId = processId;
  }
}

/** The embedded database can't be set up, started or stopped; the message says why, with the server's last words. */
export class EmbeddedDatabaseError extends Error {
  override readonly name = 'EmbeddedDatabaseError';
}
