import { availableActions } from '../../../subgraphs/kit/lifecycle/lifecycle.ts';
import { applicationLifecycle } from '../../../subgraphs/iin/rules/lifecycle.ts';
import type { ApplicationState } from '../../../subgraphs/iin/rules/lifecycle.ts';
import type { Role } from '../../../subgraphs/kit/viewer/roles.ts';
import type { Work } from './database.ts';

/** The complaint, and the application that it is about. */
interface Case {
  id: string;
  applicationId: string;
}

interface Application {
  id: string;
  state: ApplicationState;
  kind: string;
  applicantId: string;
  officeId: string;
  takenBy: string | null;
  handedOutAt: string | null;
}

/** An operator's case. */
export const bareCase: Work = (database, viewer, told) =>
  database.as(viewer, async ({ rows, journal }) => {
    const id = told.id as string;
    const decisionsOf = rows<{ decidedBy: string }>(
      `select body, outcome, reasons, decided_at as "decidedAt", decided_by as "decidedBy" from complaints.decision where case_id = $1 order by id`,
      [id],
    );
    const termsOf = rows(
      `select kind, started_at as "startedAt", due_at as "dueAt", ended_at as "endedAt" from complaints.case_term where case_id = $1 order by started_at`,
      [id],
    );
    const [[complaint], decisions, terms] = await Promise.all([
      rows<Case>(
        `select id, number, state, against, text, received_at as "receivedAt", registered_at as "registeredAt", subject_id as "applicationId"
         from complaints.complaint where id = $1`,
        [id],
      ),
      decisionsOf,
      termsOf,
    ]);
    const { applicationId, ...shownComplaint } = complaint!;
    const [[application], printed, accounts] = await Promise.all([
      rows<Application>(
        `select id, number, state, kind, category, registered_at as "registeredAt", due_at as "dueAt", decided_at as "decidedAt", iin,
              applicant_id as "applicantId", office_id as "officeId", taken_by as "takenBy", handed_out_at as "handedOutAt" from iin.application where id = $1`,
        [applicationId],
      ),
      rows('select id from iin.printed_form where application_id = $1 and revoked_at is null', [applicationId]),
      rows<{ id: string }>('select id, name from missions.account where id = any($1)', [
        decisions.map(({ decidedBy }) => decidedBy),
      ]),
    ]);
    const { kind, applicantId, officeId, takenBy, handedOutAt, ...shown } = application!;
    const [[applicant], documents, consents, [mission]] = await Promise.all([
      rows(
        `select id, latin_name as "latinName", cyrillic_name as "cyrillicName", birth_date as "birthDate", birth_place as "birthPlace", citizenship, travel_document as "travelDocument"
         from applicants.applicant where id = $1`,
        [applicantId],
      ),
      rows(
        `select id, kind, media_type as "mediaType", sha256 from applicants.document where applicant_id = $1 order by id`,
        [applicantId],
      ),
      rows(`select kind, given_on as "givenOn" from applicants.consent where applicant_id = $1 order by id`, [
        applicantId,
      ]),
      rows('select number, city, country from missions.mission where id = $1', [officeId]),
      journal(
        { kind: 'READING', action: 'Complaint', subjects: [id, applicationId] },
        { kind: 'READING', action: 'IinApplication', subjects: [applicationId, applicantId] },
        { kind: 'READING', action: 'Applicant', subjects: [applicantId] },
      ),
    ]);
    const accountOf = new Map(accounts.map((each) => [each.id, each]));
    return {
      complaint: {
        ...shownComplaint,

        decisions: decisions.map(({ decidedBy, ...decision }) => ({
          ...decision,
          decidedBy: accountOf.get(decidedBy),
        })),
        terms,
        iinApplication: {
          ...shown,
          availableActions: availableActions(applicationLifecycle, shown.state, viewer.role as Role, {
            'taken by the viewer': takenBy === viewer.account,
            'for a number': kind === 'FORMATION',
            'for a correction': kind === 'CORRECTION',
            printed: printed.length > 0,
            'not handed out': handedOutAt === null,
            'a complaint calls for it': false,
          }),
          mission,
          applicant: { ...applicant, documents, consents },
        },
      },
    };
  });
