import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Query, Resolver } from 'type-graphql';
import { Access } from '../../kit/access/declare.ts';
import { Iin, PlainDate } from '../../kit/graph/scalars.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { verifiesAlone } from '../../kit/verification/alone.ts';
import { residenceStatus } from '../commands/residence-status.ts';
import { ResidenceStandingName } from '../model/enumerations.ts';
import type { ResidenceStanding } from '../model/enumerations.ts';

@Resolver()
export class ResidenceStatusQuery {
  @Query(() => ResidenceStandingName, {
    nullable: true,
    description:
      'Whether somebody holds the permission to reside permanently as a digital nomad. One in an operation, and nothing beside it; RATE_LIMITED after too many, or after too many mismatches for one number.',
  })
  @Access({ scopes: ['residence:status'], rows: 'all' })
  async residenceStatus(
    @Arg('iin', () => Iin) iin: string,
    @Arg('surname', () => String, {
      description:
        'As it was presented, in Latin or Cyrillic letters; for somebody with a single name, that. Case, spaces and hyphens do not count.',
    })
    surname: string,
    @Arg('birthDate', () => PlainDate) birthDate: Temporal.PlainDate,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ResidenceStanding> {
    verifiesAlone(info);
    return residenceStatus(context, { iin, surname, birthDate });
  }
}
