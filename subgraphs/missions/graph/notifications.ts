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
  Resolver,
  Root,
} from 'type-graphql';
import { Public, SignedIn } from '../../kit/access/declare.ts';
import type { Outcome } from '../../kit/commands/command.ts';
import { connectionType, PageArguments, readPage } from '../../kit/connections/connection.ts';
import type { Connection } from '../../kit/connections/connection.ts';
import type { Language } from '../../kit/errors/languages.ts';
import { CommandInputFields } from '../../kit/graph/command-inputs.ts';
import { LanguageName } from '../../kit/graph/language.ts';
import { NoticeKindName } from '../../kit/graph/notice-kinds.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import type { NoticeKind } from '../../kit/notices/kinds.ts';
import { Notice } from '../../kit/notices/notice-table.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { markNotificationsRead } from '../commands/mark-notifications-read.ts';
import { setNotificationPreferences } from '../commands/set-notification-preferences.ts';
import { preferenceOf, readMarks, toldTo, unreadBy } from '../model/notification.ts';
import { Me, whoAsks } from './me.ts';

/** Something that was told. It is reached through `Me`, whose own declaration says who may. */
@ObjectType({
  description: 'Something that you were told. It names cases by their numbers; what is personal stays in the case.',
})
@Public()
export class Notification {
  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;

  @Field(() => NoticeKindName, { description: 'What is told.' })
  declare kind: NoticeKind;

  @Field(() => DateTime, { description: 'When it was told.' })
  declare at: Temporal.Instant;

  @Field(() => String, { description: 'The type of the case that it is about, such as ResidenceCase.' })
  declare caseType: string;

  @Field(() => ID, { description: 'The id of that case.' })
  declare caseId: string;

  @Field(() => String, { description: 'The number of that case.' })
  declare caseNumber: string;
}

const NotificationConnection = connectionType(Notification, 'Notification');

/** How somebody wants to be told; it too is reached through `Me`. */
@ObjectType({ description: 'How you want to be told.' })
@Public()
export class NotificationPreferences {
  @Field(() => LanguageName, {
    nullable: true,
    description: 'The language of what is sent to you; none where you have not chosen one.',
  })
  declare language: Language | null;

  @Field(() => [NoticeKindName], { description: 'What is not sent by e-mail. It is here all the same.' })
  declare withoutEmail: NoticeKind[];
}

@InputType({ description: 'What you have read: what is named, or everything up to one.' })
export class MarkNotificationsReadInput extends CommandInputFields {
  @Field(() => [ID], { nullable: true, description: 'These, 100 at the most.' })
  declare ids: string[] | null;

  @Field(() => ID, { nullable: true, description: 'This one, and everything that you were told before it.' })
  declare allUntil: string | null;
}

@InputType({ description: 'How you want to be told from now on.' })
export class SetNotificationPreferencesInput extends CommandInputFields {
  @Field(() => LanguageName, {
    nullable: true,
    description: 'The language of what is sent to you; without it, the one that you told when you were registered.',
  })
  declare language: Language | null;

  @Field(() => [NoticeKindName], {
    description: 'What is not to be sent by e-mail. What the orders require to be told is always sent.',
  })
  declare withoutEmail: NoticeKind[];
}

/** What a command of somebody on what they are told led to. */
@ObjectType({ description: 'Who you are to the product, and what you were told.' })
@Public()
export class MePayload {
  @Field(() => Me, { description: 'You.' })
  declare me: Me;
}

@Resolver(() => Me)
export class MeNotifications {
  @FieldResolver(() => NotificationConnection, { description: 'What you were told, newest first.' })
  async notifications(
    @Root() { account }: Me,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('unread', () => Boolean, { defaultValue: false, description: 'Only what you have not read.' }) unread: boolean,
    @Ctx() context: Context,
  ): Promise<Connection<Notice>> {
    return readPage(context.read(), Notice, page, unread ? unreadBy(account) : toldTo(account));
  }

  @FieldResolver(() => Int, { description: 'How much of it you have not read.' })
  async unreadNotifications(@Root() { account }: Me, @Ctx() context: Context): Promise<number> {
    return context.read().count(Notice, unreadBy(account));
  }

  @FieldResolver(() => NotificationPreferences, { description: 'How you want to be told.' })
  async notificationPreferences(@Root() { account }: Me, @Ctx() context: Context): Promise<NotificationPreferences> {
    return preferenceOf(context.read(), account.id);
  }

  @Mutation(() => MePayload, { nullable: true, description: 'Notes what you have read of what you were told.' })
  @SignedIn('own account')
  markNotificationsRead(
    @Arg('input', () => MarkNotificationsReadInput) input: MarkNotificationsReadInput,
    @Ctx() context: Context,
  ): Promise<MePayload> {
    return payload(context, markNotificationsRead(context, input));
  }

  @Mutation(() => MePayload, {
    nullable: true,
    description: 'Sets the language of what is sent to you, and what of it is not sent by e-mail.',
  })
  @SignedIn('own account')
  setNotificationPreferences(
    @Arg('input', () => SetNotificationPreferencesInput) input: SetNotificationPreferencesInput,
    @Ctx() context: Context,
  ): Promise<MePayload> {
    return payload(context, setNotificationPreferences(context, input));
  }
}

@Resolver(() => Notification)
export class NotificationFields {
  @FieldResolver(() => String, { description: 'It in a few words, in your language.' })
  title(@Root() { title }: Notice, @Ctx() { language }: Context): string {
    return title[language];
  }

  @FieldResolver(() => String, { description: 'What it means for you, in your language.' })
  text(@Root() { text }: Notice, @Ctx() { language }: Context): string {
    return text[language];
  }

  @FieldResolver(() => DateTime, { nullable: true, description: 'When you read it.' })
  async readAt(@Root() { id }: Notice, @Ctx() context: Context): Promise<Temporal.Instant | null> {
    return (await context.load(readMarks, id))?.readAt ?? null;
  }
}

async function payload(context: Context, outcome: Promise<Outcome>): Promise<MePayload> {
  await outcome;
  return { me: await whoAsks(context) };
}
