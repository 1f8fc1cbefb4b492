import type { Message } from '../../kit/errors/languages.ts';

/** The three grounds on which a number is refused (A§13). */
export const refusalGrounds = [
  'UNTRUE_DOCUMENTS_OR_DATA',
  'NOT_COMPLIANT_WITH_REQUIREMENTS',
  'IIN_ALREADY_REGISTERED',
] as const;

/** A ground on which a number is refused. */
export type RefusalGround = (typeof refusalGrounds)[number];

/** The grounds in words, as they are printed. */
export const groundTexts: Record<RefusalGround, Message> = {
  UNTRUE_DOCUMENTS_OR_DATA: {
    kk: 'Мемлекеттік қызметті алу үшін ұсынылған құжаттардың және (немесе) олардағы деректердің (мәліметтердің) шынайы еместігі анықталды.',
    ru: 'Установлена недостоверность документов, представленных для получения государственной услуги, и (или) данных (сведений), содержащихся в них.',
    en: 'The documents presented, or the data in them, are not true.',
  },
  NOT_COMPLIANT_WITH_REQUIREMENTS: {
    kk: 'Мемлекеттік қызмет көрсету үшін қажетті деректер мен мәліметтер Қазақстан Республикасының нормативтік құқықтық актілерінде белгіленген талаптарға сәйкес келмейді.',
    ru: 'Данные и сведения, необходимые для оказания государственной услуги, не соответствуют требованиям, установленным нормативными правовыми актами Республики Казахстан.',
    en: 'The materials and data presented do not meet the requirements.',
  },
  IIN_ALREADY_REGISTERED: {
    kk: 'Бұрын тіркелген ЖСН анықталды.',
    ru: 'Выявлен ранее зарегистрированный ИИН.',
    en: 'An individual identification number is registered already.',
  },
};

/** The reason of a refusal as A-form 3 prints it, by paragraphs: the grounds, what the operator wrote, and each thing that is wrong with the remark on it. */
export function printedReason(
  grounds: readonly RefusalGround[],
  reason: string,
  marks: readonly { name: Message; remark: string }[],
): { kk: string; ru: string }[] {
  const line = (index: number, name: string, remark: string) =>
    `${index + 1}. ${name.charAt(0).toUpperCase()}${name.slice(1)}: ${remark}`;
  return [
    ...grounds.map((ground) => groundTexts[ground]),
    { kk: reason, ru: reason },
    ...marks.map(({ name, remark }, index) => ({ kk: line(index, name.kk, remark), ru: line(index, name.ru, remark) })),
  ];
}
