import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Access, Public } from '../../kit/access/declare.ts';
import { connectionType, PageArguments, readPage } from '../../kit/connections/connection.ts';
import type { Connection } from '../../kit/connections/connection.ts';
import { found } from '../../kit/errors/fault.ts';
import { CommandInputFields } from '../../kit/graph/command-inputs.ts';
import { enumeration } from '../../kit/graph/enums.ts';
import { LocalizedText } from '../../kit/graph/localized-text.ts';
import { readMany } from '../../kit/orm/read-many.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { requestDisclosure } from '../commands/request-disclosure.ts';
import { Disclosure } from '../model/disclosure.ts';
import { officesById } from '../model/offices.ts';
import { disclosedCases } from '../rules/disclosure.ts';
import type { DisclosedCase } from '../rules/disclosure.ts';
import { Account } from './references.ts';

const DisclosedCaseName = enumeration('DisclosedCase', disclosedCases, 'What a case is that can be disclosed.');
const DisclosureConnection = connectionType(Disclosure, 'Disclosure');

@InputType({ description: 'Which person or which case is to be opened to you, one of the two; why, and for how long.' })
export class RequestDisclosureInput extends CommandInputFields {
  @Field(() => ID, { nullable: true, description: 'The person, by one of the ids under which they were presented.' })
  declare personId: string | null;

  @Field(() => ID, { nullable: true, description: 'The case.' })
  declare caseId: string | null;

  @Field(() => DisclosedCaseName, { nullable: true, description: 'What the case is; needed with one.' })
  declare caseKind: DisclosedCase | null;

  @Field(() => String, {
    description: 'Why, in 10 to 500 characters. It stands in the journal: no personal data belong into it.',
  })
  declare reason: string;

  @Field(() => Int, { description: 'For how many hours, 1 to 8.' })
  declare hours: number;
}

@ObjectType({ description: 'What was disclosed.' })
@Public()
export class RequestDisclosurePayload {
  @Field(() => Disclosure, { description: 'The disclosure.' })
  declare disclosure: Disclosure;
}

@Resolver(() => Disclosure)
export class Disclosures {
  @Mutation(() => RequestDisclosurePayload, {
    nullable: true,
    description:
      'Opens one person, wherever they were presented, or one case to you alone, who see personal data masked: for some hours you see that as it is, scans too. It is journalled with its reason; the person and the State Corporation see it.',
  })
  @Access({ roles: ['auditor'], rows: 'own account' })
  async requestDisclosure(
    @Arg('input', () => RequestDisclosureInput) input: RequestDisclosureInput,
    @Ctx() context: Context,
  ): Promise<RequestDisclosurePayload> {
    const { id } = await requestDisclosure(context, input);
    return { disclosure: found((await readMany(context.read(), Disclosure, [id])).get(id)) };
  }

  @Query(() => DisclosureConnection, {
    nullable: true,
    description: 'What was disclosed to auditors, the newest first; an auditor sees their own.',
  })
  @Access({ roles: ['auditor', 'state_corporation'], rows: 'own account' })
  async disclosures(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Disclosure>> {
    return readPage(context.read(), Disclosure, page);
  }

  @FieldResolver(() => Account, { nullable: true, description: 'The auditor.' })
  auditor(@Root() { accountId }: Disclosure): Account {
    return { id: accountId };
  }

  @FieldResolver(() => LocalizedText, { nullable: true, description: 'The office of the auditor.' })
  async office(@Root() { officeId }: Disclosure, @Ctx() context: Context): Promise<LocalizedText | null> {
    return officeId ? ((await context.load(officesById, officeId))?.name ?? null) : null;
  }
}
