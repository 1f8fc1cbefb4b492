/** What an installation keeps, and with what it is encrypted. */
export interface Holdings {
  /** Connection string of a role for which row level security doesn't hold: the superuser, as the owner of the embedded database is. */
  ownerUrl: string;
  /** Where the stored documents are. */
  documents: string;
  /** With what they are encrypted, and backups with them: an age identity. */
  storageKey: string;
  /** Where the heads of the seals are written to; none without it. */
  heads: string | undefined;
}
