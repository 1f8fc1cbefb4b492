import type { Work } from './database.ts';

const line = `id, at, account_id as "accountId", role, office_id as "officeId", kind, action, outcome, reason, subjects, address, operation_name as "operationName", request_id as "requestId"`;

/** An auditor's page of the journal; reading it is journalled, too. */
export const bareJournal: Work = (database, viewer, told) =>
  database.as(viewer, async ({ rows, journal }) => {
    const { first, afterAt, afterId } = told as { first: number; afterAt: string; afterId: string };
    // The limit is told as it is: for any limit the database plans anew each time, over all months.
    const found = await rows<{ id: string; at: string }>(
      `select ${line} from audit.journal where (at, id) < ($1, $2) order by at desc, id desc limit ${first + 1}`,
      [afterAt, afterId],
    );
    const page = found.slice(0, first);
    await journal({ kind: 'READING', action: 'JournalEntry', subjects: page.map(({ id }) => id) });
    const last = page.at(-1);
    const endCursor = last ? Buffer.from(JSON.stringify([last.at, last.id])).toString('base64url') : null;
    return {
      journal: {
        pageInfo: { hasNextPage: found.length > first, endCursor },
        edges: page.map((node) => ({ node })),
      },
    };
  });
