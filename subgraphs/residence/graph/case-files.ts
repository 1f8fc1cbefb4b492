import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Access } from '../../kit/access/declare.ts';
import { readHistory } from '../../kit/events/read-events.ts';
import { CaseFile, factsOf, happenedTo } from '../../kit/graph/case-file.ts';
import type { CaseFact } from '../../kit/graph/case-file.ts';
import { wholeName } from '../../kit/graph/person.ts';
import { isToldTo } from '../../kit/lifecycle/happenings.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { documentsOfCases, submissionsOfCases } from '../model/loaders.ts';
import { Petition } from '../model/petition.ts';
import { ResidenceCase } from '../model/residence-case.ts';
import type { Submission } from '../model/submission.ts';
import { barredUntil } from '../rules/bar.ts';
import { caseFactNames, petitionFactNames } from '../rules/case-file.ts';
import { stateAt } from '../rules/case-lifecycle.ts';
import { happenings } from '../rules/history.ts';
import type { HappeningKind } from '../rules/history.ts';
import { valuesOf } from '../../kit/reading/rows.ts';

@Resolver(() => Petition)
export class PetitionCaseFile {
  @FieldResolver(() => CaseFile, {
    nullable: true,
    description:
      'The petition as it stands, for whoever reviews a complaint about it (A§15-3). Nothing of other people is in it.',
  })
  @Access({ roles: ['hub_officer', 'mddiai_signer', 'system'], rows: 'own stage' })
  caseFile(@Root() petition: Petition, @Ctx() context: Context): Promise<CaseFile> {
    const { profession } = petition;
    const facts = factsOf(petitionFactNames, {
      ...valuesOf(petition),
      ...personIn(petition),
      profession: profession && `${profession.kk} / ${profession.ru}`,
    });
    return caseFileOf(petition, facts, context);
  }
}

@Resolver(() => ResidenceCase)
export class ResidenceCaseFile {
  @FieldResolver(() => CaseFile, {
    nullable: true,
    description:
      'The case as it stands, for whoever reviews a complaint about it (A§15-3): without what the checks found, and without the reasons of the KNB. Nothing of other people is in it.',
  })
  @Access({ roles: ['kkq_officer', 'system'], rows: 'own stage' })
  async caseFile(@Root() residenceCase: ResidenceCase, @Ctx() context: Context): Promise<CaseFile> {
    const now = context.now();
    const { id, state, lapsesAt } = residenceCase;
    const facts = factsOf(caseFactNames, {
      ...valuesOf(residenceCase),
      ...personIn(residenceCase),
      state: stateAt(state, lapsesAt, now),
      returned: ((await context.load(submissionsOfCases, id)) ?? []).flatMap(reasonsOfReturn),
      earlierDecisions: (residenceCase.earlierDecisions ?? []).map(({ state, refusalReason }) =>
        [state, refusalReason].filter(Boolean).join(': '),
      ),
      barredUntil: barredUntil(residenceCase, now),
    });
    return caseFileOf(residenceCase, facts, context);
  }
}

function personIn({ latinName, cyrillicName, travelDocument }: Petition | ResidenceCase) {
  const { number, issuingCountry, expiryDate } = travelDocument;
  return {
    latinName: wholeName(latinName),
    cyrillicName: wholeName(cyrillicName),
    travelDocument: [number, issuingCountry, expiryDate].join(', '),
  };
}

function reasonsOfReturn({ returnReasons }: Submission): string[] {
  return (returnReasons ?? []).map(({ document, field, text }) => `${document ?? field}: ${text}`);
}

async function caseFileOf(
  { id, number, accountId, applicantId }: Petition | ResidenceCase,
  facts: CaseFact[],
  context: Context,
): Promise<CaseFile> {
  const events = await readHistory(context.read(), 'residence', [id]);
  const documents = (await context.load(documentsOfCases, id)) ?? [];
  return {
    takenAt: context.now(),
    number,
    facts,
    ...happenedTo(events.get(id) ?? [], textForReviewers),
    accountId,
    applicantId,
    documents: documents.map(({ id, kind, mediaType, size, sha256 }) => ({ id, kind, mediaType, size, sha256 })),
  };
}

function textForReviewers(kind: string) {
  const happening = happenings[kind as HappeningKind];
  return isToldTo(happening, 'complaint_reviewer') ? happening.text : undefined;
}
