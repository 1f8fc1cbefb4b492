import { demoAccount } from '../../installation/demo/accounts.ts';
import { same, tokensOf } from './workload.ts';
import type { Workload } from './workload.ts';

/** An operator's case: a complaint, the decision on it, the application that it is about, its person with documents, and the mission; over four subgraphs. */
export const officersCase: Workload = {
  name: 'case',
  title:
    "an operator's case: a complaint with the decision on it, the application that it is about, its person, documents and mission, over four subgraphs",
  operation: `query Case($id: ID!) {
    complaint(id: $id) {
      id number state against text receivedAt registeredAt
      decisions { body outcome reasons decidedAt }
      iinApplication {
        id number state category registeredAt dueAt decidedAt iin
        mission { number city country }
        applicant {
          id latinName { surname givenNames } cyrillicName { surname givenNames } birthDate birthPlace citizenship
          travelDocument { number expiryDate }
          documents { id kind mediaType sha256 }
        }
      }
    }
  }`,
  postgraphile: {
    operation: `query Case($id: UUID!) {
      complaint: complaintsComplaintByRowId(rowId: $id) {
        id: rowId number state against text receivedAt registeredAt
        decisions: decisionsList { body outcome reasons decidedAt }
        iinApplication {
          id: rowId number state category registeredAt dueAt decidedAt iin
          mission { number city country }
          applicant {
            id: rowId latinName cyrillicName birthDate birthPlace citizenship travelDocument
            documents: documentsList { id: rowId kind mediaType sha256 }
          }
        }
      }
    }`,
  },
  questions: async (ground) => {
    const tokens = await tokensOf(ground, demoAccount('iin_operator')!, 50);
    const { rows } = await ground.database.query<Row>(
      `select complaint.id, complaint.number, application.id as "applicationId", application.state, mission.number as mission, applicant.id as "applicantId",
              applicant.latin_name ->> 'surname' as surname, applicant.birth_date::text as "birthDate",
              (select array_agg(document.id order by document.id) from applicants.document where document.applicant_id = applicant.id) as documents
         from complaints.complaint join iin.application on application.id = complaint.subject_id join applicants.applicant on applicant.id = application.applicant_id
         join missions.mission on mission.id = application.office_id
        order by complaint.id limit 2000`,
    );
    return rows.map((row, at) => ({
      token: tokens[at % tokens.length]!,
      variables: { id: row.id },
      check: (data, thorough) => check(data as Answer, row, thorough),
    }));
  },
};

/** A complaint as the database was filled with it. */
interface Row {
  id: string;
  number: string;
  applicationId: string;
  state: string;
  mission: number;
  applicantId: string;
  surname: string;
  birthDate: string;
  documents: string[];
}

interface Answer {
  complaint: {
    id: string;
    number: string;
    decisions: { outcome: string; reasons: string }[];
    iinApplication: {
      id: string;
      state: string;
      mission: { number: number };
      applicant: {
        id: string;
        latinName: { surname: string };
        birthDate: string;
        documents: { id: string }[];
      };
    };
  };
}

function check({ complaint }: Answer, expected: Row, thorough: boolean): void {
  const { iinApplication, decisions } = complaint;
  const { applicant, mission } = iinApplication;
  same('the complaint', complaint.id, expected.id);
  same('the person', applicant.id, expected.applicantId);
  same('documents', applicant.documents.length, 3);
  if (!thorough) return;
  const found: Row = {
    id: complaint.id,
    number: complaint.number,
    applicationId: iinApplication.id,
    state: iinApplication.state,
    mission: mission.number,
    applicantId: applicant.id,
    surname: applicant.latinName.surname,
    birthDate: applicant.birthDate,
    documents: applicant.documents.map(({ id }) => id).sort(),
  };
  same('the case', found, expected);
  same(
    'decisions',
    decisions.map(({ reasons }) => reasons),
    ['It came in time.'],
  );
}
