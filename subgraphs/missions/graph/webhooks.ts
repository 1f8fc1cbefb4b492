import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
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
import { ChangeInputFields, CommandInputFields } from '../../kit/graph/command-inputs.ts';
import { NoticeKindName } from '../../kit/graph/notice-kinds.ts';
import type { NoticeKind } from '../../kit/notices/kinds.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { registerWebhook, removeWebhook } from '../commands/webhooks.ts';
import { PartnerClient, partnerClientsById } from '../model/partner-client.ts';
import { Webhook, webhooksById } from '../model/webhook.ts';

const WebhookConnection = connectionType(Webhook, 'Webhook');

@InputType({ description: "An address at which a partner's system is told what happens within its scopes." })
export class RegisterWebhookInput extends CommandInputFields {
  @Field(() => ID, { description: 'The partner client whose system it is.' })
  declare clientId: string;

  @Field(() => String, { description: 'The address that events are sent to, over https.' })
  declare url: string;

  @Field(() => [NoticeKindName], {
    defaultValue: [],
    description: 'What it is told; all within the scopes of the client where empty.',
  })
  declare kinds: NoticeKind[];
}

@InputType({ description: 'A webhook, the version of it that you saw, and why it is removed.' })
export class RemoveWebhookInput extends ChangeInputFields {
  @Field(() => String, { description: 'Why; kept with the webhook.' })
  declare reason: string;
}

/** What a command on a webhook led to. */
@ObjectType({ description: 'The webhook as it is now.' })
@Public()
export class WebhookPayload {
  @Field(() => Webhook, { description: 'The webhook.' })
  declare webhook: Webhook;
}

/** What came of registering one. */
@ObjectType({ description: 'The webhook, and the secret that its events are signed with.' })
@Public()
export class RegisterWebhookPayload extends WebhookPayload {
  @Field(() => String, {
    nullable: true,
    description:
      'The secret in the form of Standard Webhooks (whsec_…), by which the system knows that events come from here. It is told once: none for a repeat.',
  })
  declare secret: string | null;
}

@Resolver(() => Webhook)
export class WebhookFields {
  @FieldResolver(() => PartnerClient, { nullable: true, description: 'Whose system it is.' })
  async client(@Root() { clientId }: Webhook, @Ctx() context: Context): Promise<PartnerClient | null> {
    return (await context.load(partnerClientsById, clientId)) ?? null;
  }
}

/** What the State Corporation does, who has the systems of other agencies told. */
@Resolver()
export class Webhooks {
  @Query(() => WebhookConnection, {
    nullable: true,
    description: 'Where the systems of other agencies are told what happens, those registered last first.',
  })
  @Access({ roles: ['state_corporation'], rows: 'all' })
  async webhooks(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Webhook>> {
    return readPage(context.read(), Webhook, page);
  }

  @Mutation(() => RegisterWebhookPayload, {
    nullable: true,
    description: "Registers an address at which a partner's system is told what happens from now on within its scopes.",
  })
  @Access({ roles: ['state_corporation'], rows: 'all' })
  async registerWebhook(
    @Arg('input', () => RegisterWebhookInput) input: RegisterWebhookInput,
    @Ctx() context: Context,
  ): Promise<RegisterWebhookPayload> {
    const { outcome, secret } = await registerWebhook(context, input);
    return { webhook: found(await context.load(webhooksById, outcome.id)), secret };
  }

  @Mutation(() => WebhookPayload, {
    nullable: true,
    description: 'Removes a webhook for good: nothing is sent there any more, also of what waits.',
  })
  @Access({ roles: ['state_corporation'], rows: 'all' })
  async removeWebhook(
    @Arg('input', () => RemoveWebhookInput) input: RemoveWebhookInput,
    @Ctx() context: Context,
  ): Promise<WebhookPayload> {
    const { id } = await removeWebhook(context, input);
    return { webhook: found(await context.load(webhooksById, id)) };
  }
}
