import { Arg, Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { Public } from '../../kit/access/declare.ts';
import { found } from '../../kit/errors/fault.ts';
import { enumeration } from '../../kit/graph/enums.ts';
import { PlainDate } from '../../kit/graph/scalars.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { hashOfToken } from '../commands/keep-form.ts';
import type { formKinds } from '../model/enumerations.ts';
import { FormKindName } from '../model/enumerations.ts';

const states = ['VALID', 'REPLACED', 'REVOKED'] as const;
const DocumentStateName = enumeration('DocumentState', states, 'Whether a printed form still holds.');

/** What the QR code of a printed form tells: nothing of the person. */
@ObjectType({ description: 'What the QR code of a printed form tells: whether it holds, and nothing of the person.' })
@Public()
export class DocumentCheck {
  @Field(() => DocumentStateName, { description: 'Whether it still holds.' })
  declare state: (typeof states)[number];

  @Field(() => FormKindName, { description: 'Which form it is.' })
  declare kind: (typeof formKinds)[number];

  @Field(() => PlainDate, { description: 'The day of issue.' })
  declare issuedOn: Temporal.PlainDate;

  @Field(() => Boolean, { description: 'Whether it is a specimen of demo mode, good for nothing.' })
  declare specimen: boolean;
}

@Resolver()
export class DocumentCheckQuery {
  @Query(() => DocumentCheck, {
    nullable: true,
    description: 'Checks a printed form by the token of its QR code; NOT_FOUND for any other text.',
  })
  @Public()
  async documentCheck(@Arg('token', () => String) token: string, @Ctx() context: Context): Promise<DocumentCheck> {
    const reads = context.read();
    // Nobody who asks may see the form: a function of the database answers what the page may say, and nothing else.
    const [form] = await reads.execute<(Pick<DocumentCheck, 'kind' | 'state'> & { issuedOn: string })[]>(
      'select kind, issued_on::text as "issuedOn", state from iin.check_printed_form(?)',
      [hashOfToken(token)],
    );
    const { kind, issuedOn, state } = found(form);
    return { state, kind, issuedOn: Temporal.PlainDate.from(issuedOn), specimen: context.services.demo };
  }
}
