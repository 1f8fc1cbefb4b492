import { day, row, twice } from '../../kit/forms/rows.ts';
import { printNotice } from './preliminary-notices.ts';
import type { NoticeData } from './preliminary-notices.ts';

/** Prints the notice of permission, and what comes next (B§23, B§25, B§26): an A4 PDF, the same bytes for the same data. */
export function permissionNotice(data: NoticeData): Promise<Buffer> {
  const title = {
    kk: 'Қазақстан Республикасында тұрақты тұруға рұқсат беру туралы ХАБАРЛАМА',
    ru: 'УВЕДОМЛЕНИЕ о разрешении на постоянное проживание в Республике Казахстан',
  };
  return printNotice(data, title, [
    row(
      { kk: 'Бұдан әрі', ru: 'Что дальше' },
      {
        kk: 'Тұрғылықты жеріңізді тіркеу және тұру ықтиярхатын алу үшін халыққа қызмет көрсету орталығына келіңіз. Өзіңізбен бірге жарамды шетелдік паспортыңызды, осы хабарламаны және тұру ықтиярхаты үшін мемлекеттік баж төленгені туралы түбіртекті алыңыз.',
        ru: 'Для регистрации места жительства и получения вида на жительство обратитесь в центр обслуживания населения. Возьмите с собой действительный заграничный паспорт, это уведомление и квитанцию об уплате государственной пошлины за вид на жительство.',
      },
    ),
  ]);
}

/** Prints the notice of the final refusal with its reason, and from when a new application is possible (B§23, B§24): an A4 PDF, the same bytes for the same data. */
export function finalRefusalNotice(
  data: NoticeData & { reason: string; barredUntil: Temporal.PlainDate },
): Promise<Buffer> {
  const title = {
    kk: 'Қазақстан Республикасында тұрақты тұруға рұқсат беруден түпкілікті бас тарту туралы ХАБАРЛАМА',
    ru: 'УВЕДОМЛЕНИЕ об окончательном отказе в разрешении на постоянное проживание в Республике Казахстан',
  };
  return printNotice(data, title, [
    row({ kk: 'Бас тарту себебі', ru: 'Причина отказа' }, twice(data.reason)),
    row(
      { kk: 'Жаңа өтініш беруге болатын бірінші күн', ru: 'Первый день, когда возможно новое обращение' },
      twice(day(data.barredUntil.add({ days: 1 }))),
    ),
  ]);
}
