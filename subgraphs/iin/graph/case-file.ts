import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Access } from '../../kit/access/declare.ts';
import { readHistory } from '../../kit/events/read-events.ts';
import { CaseFile, factsOf, happenedTo } from '../../kit/graph/case-file.ts';
import type { CaseFact, CaseFileDocument } from '../../kit/graph/case-file.ts';
import { wholeName } from '../../kit/graph/person.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { personPresented } from '../commands/presented-applicant.ts';
import { reasonOf, refusalOf } from '../commands/reason-of-refusal.ts';
import { IinApplication } from '../model/application.ts';
import type { Refusal } from '../model/application.ts';
import { resultsOfApplications } from '../model/loaders.ts';
import { factNames } from '../rules/case-file.ts';
import { happeningText } from '../rules/history.ts';
import { valuesOf } from '../../kit/reading/rows.ts';

@Resolver(() => IinApplication)
export class IinCaseFile {
  @FieldResolver(() => CaseFile, {
    nullable: true,
    description:
      'The application as it stands, for whoever reviews a complaint about it: what was presented, the decision, the documents (A§15-3). Nothing of other people is in it.',
  })
  @Access({ roles: ['iin_operator', 'system'], rows: 'all' })
  async caseFile(@Root() application: IinApplication, @Ctx() context: Context): Promise<CaseFile> {
    const { id, number } = application;
    const events = await readHistory(context.read(), 'iin', [id]);
    return {
      takenAt: context.now(),
      number,
      facts: factsIn(application),
      ...happenedTo(events.get(id) ?? [], happeningText),
      accountId: null,
      applicantId: application.applicantId,
      documents: await documentsIn(application, context),
    };
  }
}

function factsIn(application: IinApplication): CaseFact[] {
  const { latinName, cyrillicName, representationName, correction, earlierRefusals } = application;
  const refusal = refusalOf(application);
  const { ethnicity, countryOfArrival, address, travelDocument } = personPresented(application);
  const { number, issuingCountry, expiryDate } = travelDocument;
  return factsOf(factNames, {
    ...valuesOf(application),
    representation: representationName?.kk,
    latinName: wholeName(latinName),
    cyrillicName: wholeName(cyrillicName),
    ethnicity,
    countryOfArrival,
    address: address && inOneLine(address.country, address.region, address.district, address.address),
    travelDocument: inOneLine(number, issuingCountry, expiryDate),
    correction: correction?.fields.map(({ name, before, after }) => `${name}: ${before ?? '—'} → ${after ?? '—'}`),
    grounds: refusal?.refusalGrounds,
    reason: refusal && reasonIn(refusal, application),
    earlierRefusals: (earlierRefusals ?? []).map((earlier) => reasonIn(earlier, application).join('\n')),
  });
}

/** Why a number was refused, as the notice has it in the two languages. */
function reasonIn(refusal: Refusal, application: IinApplication): string[] {
  return reasonOf(refusal, application).map(({ kk, ru }) => (kk === ru ? kk : `${kk} / ${ru}`));
}

function inOneLine(...parts: (string | null)[]): string {
  return parts.filter(Boolean).join(', ');
}

/** The documents that were presented, then the results that were printed. */
async function documentsIn(application: IinApplication, context: Context): Promise<CaseFileDocument[]> {
  const presented = await Promise.all(
    personPresented(application).documents.map(async ({ id, kind }) => {
      const stored = await context.services.storage.describe(id);
      return stored ? [{ id, kind, mediaType: stored.mediaType, size: stored.size, sha256: stored.sha256 }] : [];
    }),
  );
  const printed = (await context.load(resultsOfApplications, application.id)) ?? [];
  return [
    ...presented.flat(),
    ...printed.map(({ id, kind, size, sha256 }) => ({ id, kind, mediaType: 'application/pdf' as const, size, sha256 })),
  ];
}
