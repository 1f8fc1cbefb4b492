import { day, row, twice } from '../../kit/forms/rows.ts';
import { issuerRow, personRows, type PersonData } from './rows.ts';
import { ofApplication, printSheet, type OfApplication } from '../../kit/forms/sheet.ts';

/** What a registration certificate says. */
export interface CertificateData extends PersonData, OfApplication {
  /** The number formed, 12 digits. */
  iin: string;
}

/** Prints the registration certificate (A-form 2): an A4 PDF, the same bytes for the same data. */
export function registrationCertificate(data: CertificateData): Promise<Buffer> {
  return printSheet({
    ...data,
    ...ofApplication(data),
    title: 'Тіркеу куәлігі · Регистрационное свидетельство',
    blocks: [
      {
        parts: [{ style: 'heading', text: { kk: 'Тіркеу\nкуәлігі', ru: 'Регистрационное\nсвидетельство' } }],
        rule: 'strong',
      },
      {
        parts: [
          {
            style: 'caption',
            text: {
              kk: 'Жеке сәйкестендіру нөмірі (ЖСН):',
              ru: 'Индивидуальный идентификационный номер (ИИН):',
            },
          },
          { style: 'number', text: twice(data.iin) },
        ],
        rule: 'hair',
      },
      ...personRows(data),
      issuerRow,
      row({ kk: 'Берілген кезі', ru: 'Дата выдачи' }, twice(day(data.issuedOn))),
      {
        parts: [
          {
            style: 'remark',
            text: {
              kk: 'Жеке басты куәландыратын құжатты ұсынған кезде жарамды',
              ru: 'Действительно только при предъявлении документа, удостоверяющего личность',
            },
          },
        ],
        rule: 'none',
      },
    ],
  });
}
