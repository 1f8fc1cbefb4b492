import type { FilterQuery } from '@mikro-orm/postgresql';
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
import { CommandInputFields } from '../../kit/graph/command-inputs.ts';
import { isId } from '../../kit/ids.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { replayDelivery } from '../commands/replay-delivery.ts';
import { deliveriesById, Delivery, DeliveryStateName } from '../model/delivery.ts';
import type { DeliveryState } from '../model/delivery.ts';
import { Webhook, webhooksById } from '../model/webhook.ts';

const DeliveryConnection = connectionType(Delivery, 'Delivery');

@InputType({ description: 'Which deliveries are asked for; all that is given must hold.' })
export class DeliveryFilter {
  @Field(() => [DeliveryStateName], {
    nullable: true,
    description: 'In one of these states: DEAD is the dead-letter list.',
  })
  declare states: DeliveryState[] | null;

  @Field(() => ID, { nullable: true, description: 'To this webhook.' })
  declare webhookId: string | null;
}

@InputType({ description: 'A delivery that is to go out again.' })
export class ReplayDeliveryInput extends CommandInputFields {
  @Field(() => ID, { description: 'The delivery.' })
  declare id: string;
}

/** What a command on a delivery led to. */
@ObjectType({ description: 'The delivery as it is now.' })
@Public()
export class DeliveryPayload {
  @Field(() => Delivery, { description: 'The delivery.' })
  declare delivery: Delivery;
}

@Resolver(() => Delivery)
export class Deliveries {
  @FieldResolver(() => Webhook, { nullable: true, description: 'The webhook that it goes to; none for e-mails.' })
  async webhook(@Root() { channel, target }: Delivery, @Ctx() context: Context): Promise<Webhook | null> {
    return channel === 'WEBHOOK' ? ((await context.load(webhooksById, target)) ?? null) : null;
  }

  @Query(() => DeliveryConnection, {
    nullable: true,
    description:
      'What went out, or is to go out, by e-mail and to webhooks; newest first. To whom, an e-mail keeps to itself.',
  })
  @Access({ roles: ['state_corporation'], rows: 'all' })
  async deliveries(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => DeliveryFilter, { nullable: true }) filter: DeliveryFilter | null,
    @Ctx() context: Context,
  ): Promise<Connection<Delivery>> {
    return readPage(context.read(), Delivery, page, conditions(filter));
  }

  @Mutation(() => DeliveryPayload, {
    nullable: true,
    description:
      'Has a delivery tried anew that ended in vain. It keeps its id, by which a system knows what it got already. WRONG_STATE for one that waits or was sent.',
  })
  @Access({ roles: ['state_corporation'], rows: 'all' })
  async replayDelivery(
    @Arg('input', () => ReplayDeliveryInput) input: ReplayDeliveryInput,
    @Ctx() context: Context,
  ): Promise<DeliveryPayload> {
    const { id } = await replayDelivery(context, input);
    return { delivery: found(await context.load(deliveriesById, id)) };
  }
}

function conditions(filter: DeliveryFilter | null): FilterQuery<Delivery> {
  const { states, webhookId } = filter ?? { states: null, webhookId: null };
  if (webhookId && !isId(webhookId)) return { id: { $in: [] } };
  return {
    ...(states && { state: { $in: states } }),
    ...(webhookId && { channel: 'WEBHOOK' as const, target: webhookId }),
  };
}
