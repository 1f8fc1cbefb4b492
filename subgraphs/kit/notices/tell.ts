import type { CommandSession } from '../commands/command.ts';
import type { Message } from '../errors/languages.ts';
import { newId } from '../ids.ts';
import type { SubgraphName } from '../subgraph/definition.ts';
import type { City, MachineScope, Role } from '../viewer/roles.ts';
import type { NoticeKind } from './kinds.ts';
import { enqueueSendingOut } from './send-out.ts';
import type { rolesOfCities, rolesOfOffices } from './place.ts';

/** To whom something is told. */
export type Audience =
  /** The person; either is known at least. */
  | { accountId: string | null; applicantId: string | null }
  | Officers
  /** The systems that were given a scope. */
  | { scope: MachineScope };

type RoleOfOffice = (typeof rolesOfOffices)[number];
type RoleOfCity = (typeof rolesOfCities)[number];

/** Everybody of a role, at its place; of them the heads of office alone where it says so. */
export type Officers = (
  | { role: RoleOfOffice; officeId: string }
  | { role: RoleOfCity; city: City }
  | { role: Exclude<Role, RoleOfOffice | RoleOfCity> }
) & { headOfOffice?: true };

/** What is told, and to whom. */
export interface NewNotice {
  kind: NoticeKind;
  to: Audience;
  /** Without personal data: it goes out by e-mail too. */
  title: Message;
  text: Message;
  /** Names what is told once only, such as a reminder of a certain term. */
  key?: string;
}

/** The case that a notice is about. */
export interface Told {
  type: string;
  id: string;
  number: string;
}

/** Tells what happened to a case, in the transaction in which it happens: it is told if and only if that commits, and in this order. */
export async function tell(
  { em, now }: Pick<CommandSession, 'em' | 'now'>,
  subgraph: SubgraphName,
  { type, id, number }: Told,
  notices: readonly NewNotice[],
): Promise<void> {
  for (const { kind, to, title, text, key } of notices) {
    const audience = { accountId: null, applicantId: null, role: null, officeId: null, city: null, scope: null, ...to };
    await em.execute(
      `insert into kit.notice (id, key, kind, at, subgraph, case_type, case_id, case_number, title, text,
         account_id, applicant_id, role, office_id, city, head_of_office, scope)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing`,
      [
        newId(),
        key ?? null,
        kind,
        now.toString(),
        subgraph,
        type,
        id,
        number,
        JSON.stringify(title),
        JSON.stringify(text),
        audience.accountId,
        audience.applicantId,
        audience.role,
        audience.officeId,
        audience.city,
        'headOfOffice' in to,
        audience.scope,
      ],
    );
  }
  if (notices.length > 0) await enqueueSendingOut(em, id);
}
