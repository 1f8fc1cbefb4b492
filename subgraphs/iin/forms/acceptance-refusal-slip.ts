import type { Message } from '../../kit/errors/languages.ts';
import type { Block } from '../../kit/forms/blocks.ts';
import { day, row, twice } from '../../kit/forms/rows.ts';
import { type PersonData } from './rows.ts';
import { printSheet, type Issue } from '../../kit/forms/sheet.ts';

/** What the slip of a refusal to accept says. */
export interface AcceptanceRefusalData extends PersonData, Issue {
  /** Opaque id of the refusal; not printed. */
  refusalId: string;
  /** Who the category is for. */
  category: Message;
  /** Who refused: a mission, or the MFA. */
  office: Message;
  /** Every reason, with the paragraph that it comes from, such as "A§6". */
  reasons: readonly { text: Message; reference: string }[];
}

const title: Message = {
  kk: 'Құжаттарды қабылдаудан бас тарту туралы қолхат',
  ru: 'Расписка об отказе в приёме документов',
  en: 'Refusal to accept documents',
};

const reasonsCaption: Message = { kk: 'Себептері', ru: 'Причины', en: 'Reasons' };

const outlook: Message = {
  kk: 'Өтініш тіркелген жоқ. Себептер жойылған соң қайта жүгінуге болады.',
  ru: 'Заявление не зарегистрировано. После устранения причин можно обратиться снова.',
  en: 'No application was registered. You may apply again when the reasons are remedied.',
};

const footnote = {
  kk: 'Пилоттық жобаны іске асыру алгоритмінің 7-тармағы',
  ru: 'Пункт 7 Алгоритма реализации пилотного проекта',
};

/** Prints the slip that a person gets whose documents are not accepted (A§7), in three languages: an A4 PDF, the same bytes for the same data. */
export function acceptanceRefusalSlip(data: AcceptanceRefusalData): Promise<Buffer> {
  const { category, office, reasons } = data;
  return printSheet({
    ...data,
    title: `${title.kk} · ${title.ru}`,
    subject: data.refusalId,
    footnote,
    blocks: [
      { parts: inThreeLanguages('heading', title), rule: 'strong' },
      nameRow(data),
      row({ kk: 'Туған күні', ru: 'Дата рождения' }, twice(day(data.birthDate))),
      row({ kk: 'Санаты', ru: 'Категория' }, category),
      row({ kk: 'Бас тартқан мекеме', ru: 'Учреждение, которое отказало' }, office),
      row({ kk: 'Бас тартылған күні', ru: 'Дата отказа' }, twice(day(data.issuedOn))),
      ...reasons.map(reasonBlock),
      { parts: inThreeLanguages('remark', outlook), rule: 'none' },
    ],
  });
}

function nameRow(person: PersonData): Block {
  const inOneLine = (...names: (string | null)[]) => names.filter(Boolean).join(' ');
  const { parts, rule } = row(
    { kk: 'Тегі, аты, әкесінің аты (бар болған жағдайда)', ru: 'Фамилия, имя, отчество (при его наличии)' },
    twice(inOneLine(person.surname, person.givenName, person.patronymic)),
  );
  const latin = twice(inOneLine(person.surnameLatin, person.givenNameLatin, person.patronymicLatin));
  return { parts: [...parts, { style: 'latin', text: latin }], rule };
}

/** A reason; the first stands under the caption of all, which no page break may take from it. */
function reasonBlock({ text, reference }: AcceptanceRefusalData['reasons'][number], index: number): Block {
  const paragraph = paragraphText(reference);
  const line = (language: keyof Message) => `${index + 1}. ${text[language]} (${paragraph[language]})`;
  const caption = index === 0 ? inThreeLanguages('caption', reasonsCaption) : [];
  const reason = inThreeLanguages('remark', { kk: line('kk'), ru: line('ru'), en: line('en') });
  return { parts: [...caption, ...reason], rule: 'hair' };
}

/** Kazakh and Russian in their columns, English across them. */
function inThreeLanguages(style: Block['parts'][number]['style'], { kk, ru, en }: Message): Block['parts'] {
  return [
    { style, text: { kk, ru } },
    { style: 'latin', text: { en } },
  ];
}

/** A paragraph as people cite it: "A§6" of the algorithm, "A-ord 3" of the order itself. */
function paragraphText(reference: string): Message {
  const [, of, number] = /^A(§|-ord )(\d+)$/.exec(reference)!;
  return of === '§'
    ? {
        kk: `Алгоритмнің ${number}-тармағы`,
        ru: `пункт ${number} Алгоритма`,
        en: `paragraph ${number} of the Algorithm`,
      }
    : { kk: `бұйрықтың ${number}-тармағы`, ru: `пункт ${number} приказа`, en: `point ${number} of the order` };
}
