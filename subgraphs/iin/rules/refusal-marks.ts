import type { Problem } from '../../kit/errors/fault.ts';
import type { Message } from '../../kit/errors/languages.ts';
import type { DocumentKind } from '../../kit/graph/document-kinds.ts';
import { requirementsOf } from './categories.ts';
import type { Category } from './categories.ts';
import { correctionDocuments, requirementsOfCorrection } from './correction-proofs.ts';
import { recordFields } from './correction.ts';
import type { Correction } from './correction.ts';
import type { RefusalGround } from './refusal.ts';
import { requiredDocuments } from './requirements-documents.ts';
import { documentsOf } from './requirements.ts';
import type { RequiredDocument } from './requirements.ts';

/** What of the data of an application can be wrong (A-form 1). */
export const markedFields = [
  ...recordFields,
  'ETHNICITY',
  'COUNTRY_OF_ARRIVAL',
  'DOCUMENT_NUMBER',
  'DOCUMENT_ISSUING_COUNTRY',
  'DOCUMENT_ISSUED_ON',
  'DOCUMENT_EXPIRY_DATE',
  'ADDRESS',
] as const;

/** Something of the data of an application. */
export type MarkedField = (typeof markedFields)[number];

/** What the operator finds wrong: a field, or a document by its id; and what is wrong with it. */
export interface RefusalMark {
  field: MarkedField | null;
  documentId: string | null;
  remark: string;
}

/** A document with which an application was registered. */
export interface MarkedDocument {
  id: string;
  kind: DocumentKind;
}

/** What the names of documents depend on: the same kind is called otherwise in another category. */
export interface Asked {
  category: Category;
  correction?: Correction | null;
}

/** The grounds that are about documents or data: with them it is said which ones. */
const groundsWithMarks: readonly RefusalGround[] = ['UNTRUE_DOCUMENTS_OR_DATA', 'NOT_COMPLIANT_WITH_REQUIREMENTS'];

/** What is wrong with the marks of a refusal: each names one thing among the data or the documents, none twice, each with a remark. */
export function markProblems(
  grounds: readonly RefusalGround[],
  marks: readonly RefusalMark[],
  documents: readonly MarkedDocument[],
): Problem[] {
  const missing = marks.length === 0 && grounds.some((ground) => groundsWithMarks.includes(ground));
  const things = marks.map(thingOf);
  const wrong = marks.flatMap(({ documentId, remark }, index) => {
    const thing = things[index];
    const unknown = thing !== undefined && documentId !== null && !documents.some(({ id }) => id === documentId);
    return [
      ...(thing === undefined ? [{ code: 'MARK_OF_ONE_THING', path: [index] }] : []),
      ...(unknown ? [{ code: 'MARK_DOCUMENT_UNKNOWN', path: [index, 'documentId'] }] : []),
      ...(thing !== undefined && things.indexOf(thing) < index ? [{ code: 'MARK_TWICE', path: [index] }] : []),
      ...(remark === '' ? [{ code: 'TEXT_EMPTY', path: [index, 'remark'] }] : []),
    ];
  });
  return [...(missing ? [{ code: 'MARKS_MISSING', path: [] }] : []), ...wrong].map(({ code, path }) => ({
    code,
    path: ['marks', ...path],
    reference: 'A§13',
  }));
}

/** The one thing that a mark is about, a field by its name or a document by its id; nothing when it names none or both. */
function thingOf({ field, documentId }: RefusalMark): string | undefined {
  return (field === null) !== (documentId === null) ? (field ?? documentId)! : undefined;
}

/** What a mark is about, in words; a document by those with which it was asked for. */
export function nameOfMark({ field, documentId }: RefusalMark, documents: readonly MarkedDocument[], asked: Asked) {
  return field ? fieldNames[field] : nameOfDocument(documents.find(({ id }) => id === documentId)!.kind, asked);
}

/** A document by the words with which it was asked for, or else by those with which it is asked for elsewhere. */
export function nameOfDocument(kind: DocumentKind, { category, correction }: Asked): Message {
  const requirement = correction
    ? requirementsOfCorrection(correction.fields.map(({ name }) => name))
    : requirementsOf(category);
  const named: readonly Pick<RequiredDocument, 'kind' | 'name'>[] = [...documentsOf(requirement), ...namedElsewhere];
  return named.find((document) => document.kind === kind)!.name;
}

// Three documents are acts of appointment: nearest to all of them are the words of the last one.
const namedElsewhere: Pick<RequiredDocument, 'kind' | 'name'>[] = [
  ...Object.values(requiredDocuments).toReversed(),
  ...correctionDocuments,
  // What the residence pilot asks for may lie among a person's documents too.
  {
    kind: 'PORTRAIT_PHOTO',
    name: { kk: 'портреттік фотосурет', ru: 'портретная фотография', en: 'the portrait photo' },
  },
  { kind: 'CURRICULUM_VITAE', name: { kk: 'түйіндеме', ru: 'резюме', en: 'the CV' } },
  {
    kind: 'MOTIVATION_LETTER',
    name: { kk: 'мотивациялық хат', ru: 'мотивационное письмо', en: 'the motivation letter' },
  },
  {
    kind: 'CRIMINAL_RECORD_CERTIFICATE',
    name: { kk: 'соттылық туралы құжат', ru: 'документ о судимости', en: 'the document on the criminal record' },
  },
  {
    kind: 'MEDICAL_CERTIFICATE',
    name: { kk: 'медициналық анықтама', ru: 'медицинская справка', en: 'the medical certificate' },
  },
  {
    kind: 'FINGERPRINTING_CERTIFICATE',
    name: {
      kk: 'дактилоскопиялық тіркеу туралы анықтама',
      ru: 'справка о дактилоскопической регистрации',
      en: 'the certificate of fingerprinting',
    },
  },
  { kind: 'HOUSING_CONTRACT', name: { kk: 'тұрғын үй шарты', ru: 'договор о жилище', en: 'the housing contract' } },
  {
    kind: 'DUTY_RECEIPT',
    name: {
      kk: 'мемлекеттік баж түбіртегі',
      ru: 'квитанция о государственной пошлине',
      en: 'the receipt of the state duty',
    },
  },
];

const fieldNames: Record<MarkedField, Message> = {
  LATIN_SURNAME: { kk: 'тегі (латын әріптерімен)', ru: 'фамилия (латиницей)', en: 'surname (Latin letters)' },
  LATIN_GIVEN_NAMES: { kk: 'аты (латын әріптерімен)', ru: 'имя (латиницей)', en: 'given names (Latin letters)' },
  LATIN_PATRONYMIC: {
    kk: 'әкесінің аты (латын әріптерімен)',
    ru: 'отчество (латиницей)',
    en: 'patronymic (Latin letters)',
  },
  CYRILLIC_SURNAME: { kk: 'тегі (кириллицамен)', ru: 'фамилия (кириллицей)', en: 'surname (Cyrillic letters)' },
  CYRILLIC_GIVEN_NAMES: { kk: 'аты (кириллицамен)', ru: 'имя (кириллицей)', en: 'given names (Cyrillic letters)' },
  CYRILLIC_PATRONYMIC: {
    kk: 'әкесінің аты (кириллицамен)',
    ru: 'отчество (кириллицей)',
    en: 'patronymic (Cyrillic letters)',
  },
  BIRTH_DATE: { kk: 'туған күні', ru: 'дата рождения', en: 'date of birth' },
  BIRTH_PLACE: { kk: 'туған жері', ru: 'место рождения', en: 'place of birth' },
  SEX: { kk: 'жынысы', ru: 'пол', en: 'sex' },
  CITIZENSHIP: { kk: 'азаматтығы', ru: 'гражданство', en: 'citizenship' },
  ETHNICITY: { kk: 'ұлты', ru: 'национальность', en: 'ethnicity' },
  COUNTRY_OF_ARRIVAL: { kk: 'келген елі', ru: 'страна прибытия', en: 'country of arrival' },
  DOCUMENT_NUMBER: {
    kk: 'жеке басты куәландыратын құжаттың нөмірі',
    ru: 'номер документа, удостоверяющего личность',
    en: 'number of the identity document',
  },
  DOCUMENT_ISSUING_COUNTRY: {
    kk: 'жеке басты куәландыратын құжатты берген ел',
    ru: 'страна выдачи документа, удостоверяющего личность',
    en: 'issuing country of the identity document',
  },
  DOCUMENT_ISSUED_ON: {
    kk: 'жеке басты куәландыратын құжаттың берілген күні',
    ru: 'дата выдачи документа, удостоверяющего личность',
    en: 'date of issue of the identity document',
  },
  DOCUMENT_EXPIRY_DATE: {
    kk: 'жеке басты куәландыратын құжаттың қолданылу мерзімі',
    ru: 'срок действия документа, удостоверяющего личность',
    en: 'validity of the identity document',
  },
  ADDRESS: { kk: 'мекенжайы', ru: 'адрес', en: 'address' },
};
