import { Field, ID, InputType } from 'type-graphql';
import { CityName } from '../../kit/graph/city.ts';
import { ChangeInputFields, CommandInputFields } from '../../kit/graph/command-inputs.ts';
import { PersonNameInput } from '../../kit/graph/person.ts';
import type { City } from '../../kit/viewer/roles.ts';
import { AddresseeName, ComplaintTargetName, DecisionOutcomeName, ServiceName } from '../model/enumerations.ts';
import type { DecisionOutcome } from '../rules/decision.ts';
import type { Addressee, ComplaintTarget, Service } from '../rules/subject.ts';

@InputType({ description: 'What a complaint is about: exactly one case, or a service in general.' })
export class ComplaintSubjectInput {
  @Field(() => ID, {
    nullable: true,
    description: 'An application for a number: one that your office received, or that was made for you.',
  })
  declare iinApplicationId: string | null;

  @Field(() => ID, { nullable: true, description: 'A petition that you may see.' })
  declare petitionId: string | null;

  @Field(() => ID, { nullable: true, description: 'A residence case that you may see.' })
  declare residenceCaseId: string | null;

  @Field(() => ServiceName, { nullable: true, description: 'A service in general.' })
  declare service: Service | null;

  @Field(() => CityName, { nullable: true, description: 'Of which city; needed with the residence service.' })
  declare city: City | null;
}

@InputType({ description: 'A complaint (A§15-3): your own, or of the person in front of you.' })
export class FileComplaintInput extends CommandInputFields {
  @Field(() => ComplaintSubjectInput, { description: 'What it is about.' })
  declare about: ComplaintSubjectInput;

  @Field(() => ID, {
    nullable: true,
    description:
      'Whose complaint it is: you as you registered, or the person as your office registered them. Needed with a service in general.',
  })
  declare applicantId: string | null;

  @Field(() => PersonNameInput, {
    nullable: true,
    description:
      'Whose complaint it is, in Latin letters. Needed with a service in general from migration officers and service centres, who register nobody.',
  })
  declare latinName: PersonNameInput | null;

  @Field(() => AddresseeName, { description: 'To whom it is addressed (A§16, A§17).' })
  declare addressedTo: Addressee;

  @Field(() => ComplaintTargetName, { description: 'What it is against (A§15-3).' })
  declare against: ComplaintTarget;

  @Field(() => String, { description: 'The complaint itself.' })
  declare text: string;

  @Field(() => [ID], { defaultValue: [], description: 'What you uploaded for it.' })
  declare documentIds: string[];
}

@InputType({ description: 'A complaint, and the version of it that you saw.' })
export class ComplaintInput extends ChangeInputFields {}

@InputType({ description: 'How a complaint is satisfied in full (A§15-3).' })
export class SatisfyComplaintInput extends ChangeInputFields {
  @Field(() => String, { description: 'What was done, and why.' })
  declare reasons: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the case is to be reopened. Needed with an application for a number and a residence case.',
  })
  declare reopen: boolean | null;
}

@InputType({ description: 'A decision on a complaint (A§16, A§17).' })
export class DecideComplaintInput extends ChangeInputFields {
  @Field(() => DecisionOutcomeName, { description: 'What it comes to.' })
  declare outcome: DecisionOutcome;

  @Field(() => String, { description: 'The reasons.' })
  declare reasons: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the case is to be reopened. Needed when a complaint about an application for a number or a residence case is satisfied, also in part.',
  })
  declare reopen: boolean | null;
}
