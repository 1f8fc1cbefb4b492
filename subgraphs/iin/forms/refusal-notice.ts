import type { Bilingual } from '../../kit/forms/blocks.ts';
import { day, row, twice } from '../../kit/forms/rows.ts';
import { issuerRow, personRows, type PersonData } from './rows.ts';
import { ofApplication, printSheet, type OfApplication } from '../../kit/forms/sheet.ts';

/** What a notice of refusal says. */
export interface RefusalNoticeData extends PersonData, OfApplication {
  /** The grounds (A§13), the reason in words and what is wrong, by paragraphs. */
  reason: readonly Bilingual[];
}

const title = 'Жеке сәйкестендіру нөмірін қалыптастырудан бас тарту туралы ХАБАРЛАМА';

/** Prints the notice that no IIN is formed (A-form 3): an A4 PDF, the same bytes for the same data. */
export function refusalNotice(data: RefusalNoticeData): Promise<Buffer> {
  return printSheet({
    ...data,
    ...ofApplication(data),
    title,
    qrCaption: 'QR-код',
    blocks: [
      // The form has this title in Kazakh only.
      { parts: [{ style: 'heading', text: title }], rule: 'strong' },
      ...personRows(data),
      issuerRow,
      row({ kk: 'Берілген күні', ru: 'Дата выдачи' }, twice(day(data.issuedOn))),
      row({ kk: 'Бас тарту себебі', ru: 'Причина отказа' }, ...data.reason),
    ],
  });
}
