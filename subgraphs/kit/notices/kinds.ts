/** What is told by a notice of a kind. */
interface NoticeKindRule {
  /** Whether the orders require that it is told: nobody can do without it. */
  readonly required: boolean;
  /** The paragraph that it follows from. */
  readonly reference: string;
}

/** Every kind of notice, of every subgraph. */
export const NOTICES = {
  CASE_RETURNED: { required: true, reference: 'B§12' },
} as const satisfies Record<string, NoticeKindRule>;

/** The name of a kind of notice. */
export type NoticeKind = keyof typeof NOTICES;

/** All of them. */
export const noticeKinds = Object.keys(NOTICES) as NoticeKind[];
