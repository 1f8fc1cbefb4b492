import type { Work } from './database.ts';

/** The complaint, and the application that it is about. */
interface Case {
  id: string;
  applicationId: string;
}

interface Application {
  id: string;
  state: string;
  applicantId: string;
  officeId: string;
}

/** An operator's case. */
export const bareCase: Work = (database, viewer, told) =>
  database.as(viewer, async ({ rows, journal }) => {
    const id = told.id as string;
    const [[complaint], decisions] = await Promise.all([
      rows<Case>(
        `select id, number, state, against, text, received_at as "receivedAt", registered_at as "registeredAt", subject_id as "applicationId"
         from complaints.complaint where id = $1`,
        [id],
      ),
      rows(
        `select body, outcome, reasons, decided_at as "decidedAt" from complaints.decision where case_id = $1 order by id`,
        [id],
      ),
    ]);
    const { applicationId, ...shownComplaint } = complaint!;
    const [application] = await rows<Application>(
      `select id, number, state, category, registered_at as "registeredAt", due_at as "dueAt", decided_at as "decidedAt", iin,
              applicant_id as "applicantId", office_id as "officeId" from iin.application where id = $1`,
      [applicationId],
    );
    const { applicantId, officeId, ...shown } = application!;
    const [[applicant], documents, [mission]] = await Promise.all([
      rows(
        `select id, latin_name as "latinName", cyrillic_name as "cyrillicName", birth_date as "birthDate", birth_place as "birthPlace", citizenship, travel_document as "travelDocument"
         from applicants.applicant where id = $1`,
        [applicantId],
      ),
      rows(
        `select id, kind, media_type as "mediaType", sha256 from applicants.document where applicant_id = $1 order by id`,
        [applicantId],
      ),
      rows('select number, city, country from missions.mission where id = $1', [officeId]),
      journal(
        { kind: 'READING', action: 'Complaint', subjects: [id, applicationId] },
        { kind: 'READING', action: 'IinApplication', subjects: [applicationId, applicantId] },
        { kind: 'READING', action: 'Applicant', subjects: [applicantId] },
      ),
    ]);
    return {
      complaint: {
        ...shownComplaint,
        decisions,
        iinApplication: {
          ...shown,
          mission,
          applicant: { ...applicant, documents },
        },
      },
    };
  });
