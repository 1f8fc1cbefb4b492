import type { Work } from './database.ts';

/** A row of the worklist. */
interface Application {
  id: string;
  number: string;
  state: string;
  category: string;
  registeredAt: string;
  dueAt: string;
  overdue: boolean;
  applicantId: string;
  officeId: string;
}

const application = `id, number, state, category, registered_at as "registeredAt", due_at as "dueAt",
  state <> 'WITHDRAWN' and coalesce(decided_at, kit.viewer_now()) > due_at as overdue,
  applicant_id as "applicantId", office_id as "officeId"`;
const firstPage = `select ${application} from iin.application where office_id = $1 order by id desc limit $2`;
const laterPage = `select ${application} from iin.application where office_id = $1 and id < $3 order by id desc limit $2`;

/** A consul's worklist. */
export const bareWorklist: Work = (database, viewer, told) =>
  database.as(viewer, async ({ rows, journal }) => {
    const { first, afterId } = told as { first: number; afterId?: string };
    const found = afterId
      ? await rows<Application>(laterPage, [viewer.office, first + 1, afterId])
      : await rows<Application>(firstPage, [viewer.office, first + 1]);
    const page = found.slice(0, first);
    const ids = page.map(({ id }) => id);
    const applicantIds = page.map(({ applicantId }) => applicantId);
    const [applicants, missions] = await Promise.all([
      rows<{ id: string }>(
        `select id, latin_name as "latinName", birth_date as "birthDate", citizenship, iin from applicants.applicant where id = any($1)`,
        [applicantIds],
      ),
      rows<{ id: string }>('select id, number, city from missions.mission where id = any($1)', [
        [...new Set(page.map(({ officeId }) => officeId))],
      ]),
      journal(
        { kind: 'READING', action: 'IinApplication', subjects: [...ids, ...applicantIds] },
        { kind: 'READING', action: 'Applicant', subjects: applicantIds },
      ),
    ]);
    const applicantOf = new Map(applicants.map((each) => [each.id, each]));
    const missionOf = new Map(missions.map((each) => [each.id, each]));
    const nodes = page.map(({ applicantId, officeId, ...shown }) => ({
      ...shown,
      applicant: applicantOf.get(applicantId),
      mission: missionOf.get(officeId),
    }));
    const endCursor = page.length > 0 ? Buffer.from(JSON.stringify([page.at(-1)!.id])).toString('base64url') : null;
    return {
      iinApplications: {
        pageInfo: { hasNextPage: found.length > first, endCursor },
        edges: nodes.map((node) => ({ node })),
      },
    };
  });
