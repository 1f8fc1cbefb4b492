import type { Bilingual, Block } from '../../kit/forms/blocks.ts';
import { day, row, twice } from '../../kit/forms/rows.ts';
import { printSheet, type Print } from '../../kit/forms/sheet.ts';
import { wholeName } from '../../kit/graph/person.ts';
import type { PersonName } from '../../kit/graph/person.ts';
import type { City } from '../../kit/viewer/roles.ts';

/** What both notices say. */
export interface NoticeData extends Print {
  /** The number of the case. */
  number: string;
  city: City;
  iin: string;
  latinName: PersonName;
  cyrillicName: PersonName;
  birthDate: Temporal.PlainDate;
}

/** Who decides in each city. */
const migrationServices: Record<City, Bilingual> = {
  ASTANA: {
    kk: 'Астана қаласы Полиция департаментінің көші-қон қызметі',
    ru: 'Миграционная служба Департамента полиции города Астаны',
  },
  ALMATY: {
    kk: 'Алматы қаласы Полиция департаментінің көші-қон қызметі',
    ru: 'Миграционная служба Департамента полиции города Алматы',
  },
};

/** What is to be brought after arrival (B§19). */
const toBring: readonly Bilingual[] = [
  { kk: 'дактилоскопиялаудан өткені туралы анықтама', ru: 'справка о прохождении дактилоскопии' },
  { kk: 'медициналық анықтама (028/у нысаны)', ru: 'медицинская справка (форма 028/у)' },
  {
    kk: 'тұру және тұрақты тіркелу үшін тұрғын үй беру туралы нотариалды куәландырылған шарт (кемінде 180 күнтізбелік күнге)',
    ru: 'нотариально удостоверенный договор о предоставлении жилища для проживания и постоянной регистрации (не менее чем на 180 календарных дней)',
  },
];

/** Prints the notice of preliminary approval (B§19): an A4 PDF, the same bytes for the same data. */
export function approvalNotice(
  data: NoticeData & { approvalNumber: string; lastDay: Temporal.PlainDate },
): Promise<Buffer> {
  const title = {
    kk: 'Қазақстан Республикасында тұрақты тұруға рұқсат беруді алдын ала мақұлдау туралы ХАБАРЛАМА',
    ru: 'УВЕДОМЛЕНИЕ о предварительном одобрении выдачи разрешения на постоянное проживание в Республике Казахстан',
  };
  return printNotice(data, title, [
    row({ kk: 'Алдын ала мақұлдаудың нөмірі', ru: 'Номер предварительного одобрения' }, twice(data.approvalNumber)),
    row({ kk: 'Күшінде болатын соңғы күн', ru: 'Действительно по (последний день)' }, twice(day(data.lastDay))),
    remark({
      kk: 'Осы күнге дейін (осы күнді қоса алғанда) Қазақстан Республикасына келіңіз немесе аумақтық көші-қон қызметіне жүгініңіз, әйтпесе нәтиже жойылады, ал жаңа өтінішті осы шешімнен бір жыл өткен соң ғана беруге болады.',
      ru: 'По этот день включительно прибудьте в Республику Казахстан или обратитесь в территориальную миграционную службу, иначе результат аннулируется, а новое обращение возможно только через год после этого решения.',
    }),
    row(
      { kk: 'Келген соң ұсынылатын құжаттар', ru: 'После прибытия представьте' },
      { kk: listed('kk'), ru: listed('ru') },
    ),
  ]);
}

/** Prints the notice of refusal at the preliminary review (B§19): an A4 PDF, the same bytes for the same data. */
export function preliminaryRefusalNotice(
  data: NoticeData & { reason: string; barredUntil: Temporal.PlainDate },
): Promise<Buffer> {
  const title = {
    kk: 'Қазақстан Республикасында тұрақты тұруға рұқсат беруден бас тарту туралы ХАБАРЛАМА',
    ru: 'УВЕДОМЛЕНИЕ об отказе в выдаче разрешения на постоянное проживание в Республике Казахстан',
  };
  return printNotice(data, title, [
    row({ kk: 'Бас тарту себебі', ru: 'Причина отказа' }, twice(data.reason)),
    row(
      { kk: 'Жаңа өтініш беруге болатын бірінші күн', ru: 'Первый день, когда возможно новое обращение' },
      twice(day(data.barredUntil.add({ days: 1 }))),
    ),
  ]);
}

/** Prints a notice of a decision: whom it names, what it says, and who decided when. */
export function printNotice(data: NoticeData, title: Bilingual, blocks: Block[]): Promise<Buffer> {
  const { number, city, iin, latinName, cyrillicName, birthDate, issuedOn } = data;
  const name = row(
    { kk: 'Тегі, аты, әкесінің аты (бар болған жағдайда)', ru: 'Фамилия, имя, отчество (при его наличии)' },
    twice(wholeName(cyrillicName)),
  );
  return printSheet({
    ...data,
    title: `${title.kk} · ${title.ru}`,
    subject: number,
    footnote: { kk: `Іс № ${number}`, ru: `Дело № ${number}` },
    blocks: [
      { parts: [{ style: 'heading', text: title }], rule: 'strong' },
      { ...name, parts: [...name.parts, { style: 'latin', text: twice(wholeName(latinName)) }] },
      row({ kk: 'Туған күні', ru: 'Дата рождения' }, twice(day(birthDate))),
      row({ kk: 'Жеке сәйкестендіру нөмірі (ЖСН)', ru: 'Индивидуальный идентификационный номер (ИИН)' }, twice(iin)),
      ...blocks,
      row({ kk: 'Шешім қабылдаған орган', ru: 'Орган, принявший решение' }, migrationServices[city]),
      row({ kk: 'Шешім қабылданған күн', ru: 'Дата решения' }, twice(day(issuedOn))),
    ],
  });
}

function listed(language: keyof Bilingual): string {
  return toBring.map((each, index) => `${index + 1}. ${each[language]}`).join('\n');
}

function remark(text: Bilingual): Block {
  return { parts: [{ style: 'remark', text }], rule: 'hair' };
}
