import type { PersonName } from '../../kit/graph/person.ts';
import type { Bilingual, Block } from '../../kit/forms/blocks.ts';
import { day, row, twice } from '../../kit/forms/rows.ts';
import { printSheet } from '../../kit/forms/sheet.ts';
import type { Print } from '../../kit/forms/sheet.ts';
import type { City } from '../../kit/viewer/roles.ts';

/** Whom a notice of the final decision names, and of which case. */
export interface FinalNotice extends Print {
  caseNumber: string;
  approvalNumber: string;
  city: City;
  latinName: PersonName;
  cyrillicName: PersonName;
  birthDate: Temporal.PlainDate;
  citizenship: string;
  iin: string;
}

const permission: Bilingual = {
  kk: 'Қазақстан Республикасында тұрақты тұруға рұқсат берілгені туралы хабарлама',
  ru: 'Уведомление о разрешении на постоянное проживание в Республике Казахстан',
};

const refusal: Bilingual = {
  kk: 'Қазақстан Республикасында тұрақты тұруға рұқсат беруден бас тарту туралы хабарлама',
  ru: 'Уведомление об отказе в разрешении на постоянное проживание в Республике Казахстан',
};

const cityNames: Record<City, Bilingual> = {
  ASTANA: { kk: 'Астана қаласы', ru: 'город Астана' },
  ALMATY: { kk: 'Алматы қаласы', ru: 'город Алматы' },
};

/** What comes after the permission (B§25, B§26). */
const afterwards: Bilingual = {
  kk: 'Тұрғылықты жерді тіркеу және тұру ықтиярхатын алу үшін халыққа қызмет көрсету орталығына келіңіз. Өзіңізбен бірге жарамды шетелдік паспортты, осы хабарламаны және тұру ықтиярхаты үшін мемлекеттік баждың төленгені туралы түбіртекті алыңыз.',
  ru: 'Для регистрации места жительства и получения вида на жительство обратитесь в центр обслуживания населения. Возьмите с собой действительный заграничный паспорт, это уведомление и квитанцию об уплате государственной пошлины за вид на жительство.',
};

/** Prints the notice of permission (B§23, B§26): an A4 PDF, the same bytes for the same data. */
export function permissionNotice(notice: FinalNotice): Promise<Buffer> {
  return print(notice, permission, [row({ kk: 'Әрі қарай не істеу керек', ru: 'Что делать дальше' }, afterwards)]);
}

/** Prints the notice of the final refusal with the reasons and the day of the next possible application (B§23, B§24). */
export function finalRefusalNotice(
  notice: FinalNotice & { reasons: string; barredUntil: Temporal.PlainDate },
): Promise<Buffer> {
  const from = notice.barredUntil.add({ days: 1 });
  return print(notice, refusal, [
    row({ kk: 'Бас тарту себебі', ru: 'Причина отказа' }, twice(notice.reasons)),
    row({ kk: 'Жаңа өтініш беруге болатын күн', ru: 'Новое заявление возможно с' }, twice(day(from))),
  ]);
}

function print(notice: FinalNotice, title: Bilingual, blocks: Block[]): Promise<Buffer> {
  const { caseNumber, issuedOn, specimen, cyrillicName, latinName, city } = notice;
  return printSheet({
    issuedOn,
    specimen,
    title: title.kk,
    subject: caseNumber,
    footnote: { kk: `Іс № ${caseNumber}`, ru: `Дело № ${caseNumber}` },
    blocks: [
      { parts: [{ style: 'heading', text: title }], rule: 'strong' },
      {
        parts: [
          { style: 'caption', text: { kk: 'Тегі, аты, әкесінің аты', ru: 'Фамилия, имя, отчество' } },
          { style: 'value', text: twice(written(cyrillicName)) },
          { style: 'latin', text: twice(written(latinName)) },
        ],
        rule: 'hair',
      },
      row({ kk: 'Туған күні', ru: 'Дата рождения' }, twice(day(notice.birthDate))),
      row({ kk: 'Азаматтығы', ru: 'Гражданство' }, twice(notice.citizenship)),
      row({ kk: 'ЖСН', ru: 'ИИН' }, twice(notice.iin)),
      row({ kk: 'Алдын ала мақұлдау нөмірі', ru: 'Номер предварительного одобрения' }, twice(notice.approvalNumber)),
      row(
        { kk: 'Шешім қабылдаған орган', ru: 'Орган, принявший решение' },
        { kk: `Көші-қон қызметі, ${cityNames[city].kk}`, ru: `Миграционная служба, ${cityNames[city].ru}` },
      ),
      row({ kk: 'Шешім күні', ru: 'Дата решения' }, twice(day(issuedOn))),
      ...blocks,
    ],
  });
}

function written({ surname, givenNames, patronymic }: PersonName): string {
  return [surname, givenNames, patronymic].filter(Boolean).join(' ');
}
