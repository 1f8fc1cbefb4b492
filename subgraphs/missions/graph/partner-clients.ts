import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Access, Public } from '../../kit/access/declare.ts';
import type { Outcome } from '../../kit/commands/command.ts';
import { connectionType, PageArguments, readPage } from '../../kit/connections/connection.ts';
import type { Connection } from '../../kit/connections/connection.ts';
import { found } from '../../kit/errors/fault.ts';
import { ChangeInputFields, CommandInputFields } from '../../kit/graph/command-inputs.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { machineScopes } from '../../kit/viewer/roles.ts';
import { createPartnerClient } from '../commands/create-partner-client.ts';
import { revokePartnerClient } from '../commands/revoke-partner-client.ts';
import { PartnerClient, partnerClientsById, PartnerClientStateName } from '../model/partner-client.ts';
import { partnerClientState } from '../rules/partner-clients.ts';
import type { PartnerClientState } from '../rules/partner-clients.ts';

const PartnerClientConnection = connectionType(PartnerClient, 'PartnerClient');

@InputType({ description: 'A system of another agency.' })
export class CreatePartnerClientInput extends CommandInputFields {
  @Field(() => String, { description: 'The name of the system.' })
  declare name: string;

  @Field(() => String, { description: 'The agency that runs it.' })
  declare agency: string;

  @Field(() => String, { description: 'The e-mail address of who answers for it there.' })
  declare email: string;

  @Field(() => String, { nullable: true, description: 'A telephone number of the same.' })
  declare telephone: string | null;

  @Field(() => [String], { description: `What it may do: ${machineScopes.join(', ')}.` })
  declare scopes: string[];

  @Field(() => String, {
    nullable: true,
    description:
      'Its public keys: the text of a JSON Web Key Set (RFC 7517), at most 2,000 characters. Each key for ES256 (P-256) or EdDSA (Ed25519), with a kid of its own. This or jwksUrl.',
  })
  declare jwks: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The address at which it publishes such a key set, over https. This or jwks.',
  })
  declare jwksUrl: string | null;

  @Field(() => DateTime, { description: 'From when on it gets no token any more; at most two years ahead.' })
  declare expiresAt: Temporal.Instant;
}

@InputType({ description: 'A partner client, the version of it that you saw, and why it is revoked.' })
export class RevokePartnerClientInput extends ChangeInputFields {
  @Field(() => String, { description: 'Why; kept with the client.' })
  declare reason: string;
}

/** What a command on a client led to. */
@ObjectType({ description: 'The partner client as it is now.' })
@Public()
export class PartnerClientPayload {
  @Field(() => PartnerClient, { description: 'The partner client.' })
  declare partnerClient: PartnerClient;
}

@Resolver(() => PartnerClient)
export class PartnerClientFields {
  @FieldResolver(() => PartnerClientStateName, { description: 'Its state now.' })
  state(@Root() client: PartnerClient, @Ctx() context: Context): PartnerClientState {
    return partnerClientState(client, context.now());
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Its public keys, when they were given: the text of a JSON Web Key Set.',
  })
  jwks(@Root() { jwks }: PartnerClient): string | null {
    return jwks ? JSON.stringify(jwks) : null;
  }
}

/** What the State Corporation does, who lets the systems of other agencies in. */
@Resolver()
export class PartnerClients {
  @Query(() => PartnerClientConnection, {
    nullable: true,
    description: 'The systems of other agencies, those that were registered last first.',
  })
  @Access({ roles: ['state_corporation'], rows: 'all' })
  async partnerClients(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: Context,
  ): Promise<Connection<PartnerClient>> {
    return readPage(context.read(), PartnerClient, page);
  }

  @Mutation(() => PartnerClientPayload, {
    nullable: true,
    description: 'Registers a system of another agency, with the account in whose name it acts.',
  })
  @Access({ roles: ['state_corporation'], rows: 'all' })
  createPartnerClient(
    @Arg('input', () => CreatePartnerClientInput) input: CreatePartnerClientInput,
    @Ctx() context: Context,
  ): Promise<PartnerClientPayload> {
    return payload(context, createPartnerClient(context, input));
  }

  @Mutation(() => PartnerClientPayload, {
    nullable: true,
    description: 'Revokes a partner client for good: it is refused from its very next request.',
  })
  @Access({ roles: ['state_corporation'], rows: 'all' })
  revokePartnerClient(
    @Arg('input', () => RevokePartnerClientInput) input: RevokePartnerClientInput,
    @Ctx() context: Context,
  ): Promise<PartnerClientPayload> {
    return payload(context, revokePartnerClient(context, input));
  }
}

/** Reads the client again, with today's rights: a repeated command answers what is true now. */
async function payload(context: Context, outcome: Promise<Outcome>): Promise<PartnerClientPayload> {
  const { id } = await outcome;
  return { partnerClient: found(await context.load(partnerClientsById, id)) };
}
