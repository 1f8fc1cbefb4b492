import { noticeKinds } from '../notices/kinds.ts';
import { enumeration } from './enums.ts';

/** The kinds of notices, as the graph names them. */
export const NoticeKindName = enumeration('NoticeKind', noticeKinds, 'What is told, and of what.');
