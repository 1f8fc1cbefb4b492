import { Arg, Args, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { Access, Public } from '../../kit/access/declare.ts';
import { connectionType, PageArguments, readPage } from '../../kit/connections/connection.ts';
import type { Connection } from '../../kit/connections/connection.ts';
import { found } from '../../kit/errors/fault.ts';
import { CommandInputFields } from '../../kit/graph/command-inputs.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { fillInQuestionnaire } from '../commands/fill-in-questionnaire.ts';
import { questionnairesById, showQuestionnaires } from '../model/loaders.ts';
import { Questionnaire, QuestionnaireLanguageName } from '../model/questionnaire.ts';
import { QuestionnaireAnswers } from '../model/questionnaire-answers.ts';
import type { QuestionnaireLanguage } from '../rules/questionnaire.ts';

const QuestionnaireConnection = connectionType(Questionnaire, 'Questionnaire');

@InputType({ description: 'The answers of the questionnaire, and the language that they are declared to be in.' })
export class FillInQuestionnaireInput extends CommandInputFields {
  @Field(() => ID, { description: 'Oneself, as registered with the travel document.' })
  declare applicantId: string;

  @Field(() => Int, {
    description: 'The version of the applicant that you saw. A stale one is CONFLICT, which names the current one.',
  })
  declare applicantVersion: number;

  @Field(() => QuestionnaireLanguageName, { description: 'The language of the answers.' })
  declare language: QuestionnaireLanguage;

  @Field(() => QuestionnaireAnswers, { description: 'The answers.' })
  declare answers: QuestionnaireAnswers;
}

/** What was filled in. */
@ObjectType({ description: 'The questionnaire as it was filled in.' })
@Public()
export class FillInQuestionnairePayload {
  @Field(() => Questionnaire, { description: 'The questionnaire. The PDF to be signed is at /documents/ and its id.' })
  declare questionnaire: Questionnaire;
}

@Resolver()
export class Questionnaires {
  @Query(() => QuestionnaireConnection, {
    nullable: true,
    description: 'Your questionnaires, newest first: the next one may start from the last answers.',
  })
  @Access({ roles: ['applicant'], rows: 'own data' })
  async questionnaires(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Questionnaire>> {
    const connection = await readPage(context.read(), Questionnaire, page, {});
    showQuestionnaires(
      context,
      connection.edges.map(({ node }) => node),
    );
    return connection;
  }

  @Query(() => Questionnaire, { nullable: true, description: 'One of your questionnaires.' })
  @Access({ roles: ['applicant'], rows: 'own data' })
  async questionnaire(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<Questionnaire> {
    return found(await context.load(questionnairesById, id));
  }

  @Mutation(() => FillInQuestionnairePayload, {
    nullable: true,
    description:
      'Fills in the questionnaire and makes the PDF that you sign at submission (B§10.5). Everything that is wrong is told at once.',
  })
  @Access({ roles: ['applicant'], rows: 'own data' })
  async fillInQuestionnaire(
    @Arg('input', () => FillInQuestionnaireInput) input: FillInQuestionnaireInput,
    @Ctx() context: Context,
  ): Promise<FillInQuestionnairePayload> {
    const { id } = await fillInQuestionnaire(context, input);
    return { questionnaire: found(await context.load(questionnairesById, id)) };
  }
}
