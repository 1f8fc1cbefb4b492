import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Query, Resolver } from 'type-graphql';
import { Access } from '../../kit/access/declare.ts';
import { enumeration } from '../../kit/graph/enums.ts';
import { Iin, PlainDate } from '../../kit/graph/scalars.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { verifiesAlone } from '../../kit/verification/alone.ts';
import { verifyIin } from '../commands/verify-iin.ts';

const answers = ['MATCH', 'NO_MATCH'] as const;
const IinVerification = enumeration(
  'IinVerification',
  answers,
  'Whether a number, a surname and a date of birth are of one person. NO_MATCH also when nobody has the number.',
);

@Resolver()
export class VerifyIinQuery {
  @Query(() => IinVerification, {
    nullable: true,
    description:
      'Whether a number, a surname and a date of birth are of one person. One in an operation, and nothing beside it; RATE_LIMITED after too many, or after too many mismatches for one number.',
  })
  @Access({ scopes: ['iin:verify'], rows: 'all' })
  async verifyIin(
    @Arg('iin', () => Iin) iin: string,
    @Arg('surname', () => String, {
      description:
        'As the certificate has it, in Latin or Cyrillic letters; for somebody with a single name, that. Case, spaces and hyphens do not count.',
    })
    surname: string,
    @Arg('birthDate', () => PlainDate) birthDate: Temporal.PlainDate,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<(typeof answers)[number]> {
    verifiesAlone(info);
    return (await verifyIin(context, { iin, surname, birthDate })) ? 'MATCH' : 'NO_MATCH';
  }
}
