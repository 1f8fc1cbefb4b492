import { country } from '../../kit/countries/countries.ts';
import type { Bilingual, Block } from '../../kit/forms/blocks.ts';
import { day, row, twice } from '../../kit/forms/rows.ts';
import { printSheet } from '../../kit/forms/sheet.ts';
import type { Print } from '../../kit/forms/sheet.ts';
import { wholeName } from '../../kit/graph/person.ts';
import type { PersonName } from '../../kit/graph/person.ts';

/** What the petition says. */
export interface PetitionLetterData extends Print {
  number: string;
  /** The sectoral state body, as it is called on the day. */
  body: Bilingual;
  iin: string;
  latinName: PersonName;
  cyrillicName: PersonName;
  birthDate: Temporal.PlainDate;
  /** ICAO code. */
  citizenship: string;
  passportNumber: string;
  profession: Bilingual;
}

const title: Bilingual = { kk: 'ӨТІНІШХАТ', ru: 'ХОДАТАЙСТВО' };

const about: Bilingual = {
  kk: 'талап етілетін кәсіптер тізбесіне сәйкестігі туралы',
  ru: 'о соответствии перечню востребованных профессий',
};

const confirmation: Bilingual = {
  kk: 'Осы хатта аталған шетелдік IT-маманның біліктілігі верификациядан өтті және оның кәсібі Қазақстан Республикасы Еңбек және халықты әлеуметтік қорғау министрінің 2023 жылғы 20 ақпандағы № 49 бұйрығымен бекітілген Шетелдіктердің Қазақстан Республикасында тұрақты тұруға рұқсат алуы үшін талап етілетін кәсіптердің тізбесіне сәйкес келеді.',
  ru: 'Квалификация названного в настоящем письме иностранного IT-специалиста верифицирована, и его профессия соответствует Перечню профессий, востребованных для получения иностранцами разрешения на постоянное проживание в Республике Казахстан, утверждённому приказом Министра труда и социальной защиты населения Республики Казахстан от 20 февраля 2023 года № 49.',
};

const signature: Bilingual = {
  kk: 'Хатқа электрондық цифрлық қолтаңба қойылады; қолтаңба хаттан бөлек сақталады.',
  ru: 'Письмо подписывается электронной цифровой подписью, которая хранится отдельно от него.',
};

/** Prints the petition for the signature of the sectoral state body (B§2(5), B§8): an A4 PDF, the same bytes for the same data. */
export function petitionLetter(data: PetitionLetterData): Promise<Buffer> {
  return printSheet({
    issuedOn: data.issuedOn,
    specimen: data.specimen,
    title: `${title.kk} · ${title.ru}`,
    subject: data.number,
    footnote: {
      kk: '«Digital Nomad Residency» алгоритмінің 2-тармағының 5) тармақшасы және 8-тармағы',
      ru: 'Подпункт 5) пункта 2 и пункт 8 Алгоритма «Digital Nomad Residency»',
    },
    blocks: [
      { parts: [{ style: 'value', text: data.body }], rule: 'hair' },
      {
        parts: [
          { style: 'heading', text: title },
          { style: 'value', text: about },
        ],
        rule: 'strong',
      },
      row({ kk: 'Нөмірі', ru: 'Номер' }, twice(data.number)),
      row({ kk: 'Күні', ru: 'Дата' }, twice(day(data.issuedOn))),
      nameRow(data),
      row({ kk: 'ЖСН', ru: 'ИИН' }, twice(data.iin)),
      row({ kk: 'Туған күні', ru: 'Дата рождения' }, twice(day(data.birthDate))),
      row({ kk: 'Азаматтығы', ru: 'Гражданство' }, country(data.citizenship)?.name ?? twice(data.citizenship)),
      row({ kk: 'Паспортының нөмірі', ru: 'Номер паспорта' }, twice(data.passportNumber)),
      row({ kk: 'Кәсібі', ru: 'Профессия' }, data.profession),
      { parts: [{ style: 'value', text: confirmation }], rule: 'hair' },
      { parts: [{ style: 'remark', text: signature }], rule: 'none' },
    ],
  });
}

function nameRow({ latinName, cyrillicName }: PetitionLetterData): Block {
  const { parts, rule } = row({ kk: 'Аты-жөні', ru: 'Имя' }, twice(wholeName(cyrillicName)));
  return { parts: [...parts, { style: 'latin', text: twice(wholeName(latinName)) }], rule };
}
