import { describe, expect, test } from '@jest/globals';
import jsQR from 'jsqr';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';
import { passportZone } from '../../installation/demo/machineReadableZone.ts';
import { eriksson, mustermann, samplePeople } from '../../installation/demo/samplePeople.ts';
import { sampleApplicationForm, sampleCertificate, samplePassportScan } from '../../installation/demo/scans.ts';
import { refusalNotice, type RefusalNoticeData } from '../../subgraphs/iin/forms/refusal-notice.ts';
import { registrationCertificate, type CertificateData } from '../../subgraphs/iin/forms/registration-certificate.ts';
import { german, passport, reading } from '../support/read-mrz.ts';

const person = {
  surname: 'Эрикссон',
  givenName: 'Анна Мария',
  patronymic: 'Қуанышқызы',
  surnameLatin: 'ERIKSSON',
  givenNameLatin: 'ANNA MARIA',
  patronymicLatin: 'KUANYSHKYZY',
  birthDate: Temporal.PlainDate.from('1980-04-06'),
  birthPlace: 'Зенит қаласы',
  issuedOn: Temporal.PlainDate.from('2026-03-05'),
  verificationUrl: 'https://qonaq.example/verify/8Zk1vJr0Qm3nXw5tYb7uLc',
  applicationNumber: 'IIN-2026-000042',
  specimen: false,
};
const certificate: CertificateData = { ...person, iin: '800416100016' };
const notice: RefusalNoticeData = {
  ...person,
  reason: { kk: 'Паспорттың мерзімі өтіп кеткен.', ru: 'Срок действия паспорта истёк.' },
};

/** What a page says: its two columns, and what stands across it aslant. Lines are joined by one space. */
interface PageText {
  left: string;
  right: string;
  aslant: string[];
  /** Right edge of the widest line, points. */
  edge: number;
  /** Bottom of the lowest line, points from the foot of the page. */
  foot: number;
}

async function open(bytes: Buffer) {
  return getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
}

async function read(bytes: Buffer): Promise<PageText[]> {
  const pdf = await open(bytes);
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    const texts = items.filter((item) => 'str' in item).filter(({ str }) => str.trim() !== '');
    const place = (item: (typeof texts)[number]) =>
      item.transform.map(Number) as [number, number, number, number, number, number];
    const upright = texts.filter((item) => place(item)[1] === 0);
    const column = (isLeft: boolean) =>
      upright.filter((item) => place(item)[4] < 300 === isLeft).map(({ str }) => str.trim());
    pages.push({
      left: column(true).join(' '),
      right: column(false).join(' '),
      aslant: texts.filter((item) => place(item)[1] !== 0).map(({ str }) => str),
      edge: Math.max(...upright.map((item) => place(item)[4] + item.width)),
      foot: Math.min(...upright.map((item) => place(item)[5])),
    });
  }
  return pages;
}

/** Reads the QR code of the first page as a phone would: from a picture of the largest shape drawn. */
async function scanQr(bytes: Buffer): Promise<string | undefined> {
  const { fnArray, argsArray } = await (await (await open(bytes)).getPage(1)).getOperatorList();
  const shapes = argsArray
    .filter((_, index) => fnArray[index] === OPS.constructPath)
    .map((args) => Array.from((args as [number, [Float32Array]])[1][0]));
  const code = shapes.reduce((longest, shape) => (shape.length > longest.length ? shape : longest));
  const rectangles = Array.from({ length: code.length / 13 }, (_, index) => {
    const [, left, top, , right, , , , bottom] = code.slice(index * 13) as number[] as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    return `<rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="50 696 100 100" width="500" height="500">${rectangles.join('')}</svg>`;
  const { data, info } = await sharp(Buffer.from(svg))
    .flatten({ background: 'white' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

/** The captions of A-form 2, Kazakh and Russian, as the order has them. */
const certificateCaptions = [
  ['Тіркеу куәлігі', 'Регистрационное свидетельство'],
  ['Жеке сәйкестендіру нөмірі (ЖСН):', 'Индивидуальный идентификационный номер (ИИН):'],
  ['Тегі', 'Фамилия'],
  ['Аты', 'Имя'],
  ['Әкесінің аты (бар болған жағдайда)', 'Отчество (при его наличии)'],
  ['Туған күні', 'Дата рождения'],
  ['Туған жері', 'Место рождения'],
  ['Берген мекеме ҚР Ішкі Істер министрлігі', 'Орган выдачи Министерство внутренних дел РК'],
  ['Берілген кезі', 'Дата выдачи'],
  [
    'Жеке басты куәландыратын құжатты ұсынған кезде жарамды',
    'Действительно только при предъявлении документа, удостоверяющего личность',
  ],
] as const;

/** The captions of A-form 3. */
const noticeCaptions = [
  ['Тегі', 'Фамилия'],
  ['Аты', 'Имя'],
  ['Әкесінің аты (бар болған жағдайда)', 'Отчество (при его наличии)'],
  ['Туған күні', 'Дата рождения'],
  ['Туған жері', 'Место рождения'],
  ['Берген мекеме ҚР Ішкі Істер министрлігі', 'Орган выдачи Министерство внутренних дел РК'],
  ['Берілген күні', 'Дата выдачи'],
  ['Бас тарту себебі', 'Причина отказа'],
] as const;

const values = [
  'Эрикссон ERIKSSON',
  'Анна Мария ANNA MARIA',
  'Қуанышқызы KUANYSHKYZY',
  '06.04.1980',
  'Зенит қаласы',
  '05.03.2026',
];

/** Four names of 80 letters and a place of 180, with every Kazakh letter. */
const long = {
  surname: 'Вольфешлегельштайнхаузенбергердорффвельхефоральтернваренгевиссенхафтшеферсвессен',
  surnameLatin: 'WOLFESCHLEGELSTEINHAUSENBERGERDORFFWELCHEVORALTERNWARENGEWISSENHAFTSCHAFERSWESSE',
  givenName: 'Мария Антуанетта Изабелла Катарина Луиза Фредерика Шарлотта Вильгельмина София А',
  givenNameLatin: 'MARIA ANTOINETTE ISABELLA KATHARINA LOUISE FRIEDERIKE CHARLOTTE WILHELMINA SOFIA',
  patronymic: 'Қажымұқанғалиұлы Әбдіғаппарқызы Нұрсұлтанбекұлы Өтеғалиевич Іңкәрбекқызы Үмітжан',
  patronymicLatin: 'KAZHYMUKANGALIULY ABDIGAPPARKYZY NURSULTANBEKULY OTEGALIEVICH INKARBEKKYZY UMITZ',
  birthPlace:
    'Қызылжар-Жаңақорған ауылы, Жаңаөзен ауданы, Түркістан облысы, бұрынғы Оңтүстік Қазақстан облысы, Қазақ Советтік Социалистік Республикасы, Советтік Социалистік Республикалар Одағы',
};
const squeezed = (text: string) => text.replaceAll(' ', '');

describe('the registration certificate (A-form 2)', () => {
  test('has every caption of the form in its order, Kazakh on the left and Russian on the right', async () => {
    const [page] = await read(await registrationCertificate(certificate));
    expect(
      inOrder(
        page!.left,
        certificateCaptions.map(([kazakh]) => kazakh),
      ),
    ).toEqual([]);
    expect(
      inOrder(
        page!.right,
        certificateCaptions.map(([, russian]) => russian),
      ),
    ).toEqual([]);
  });

  test('has the number and every value in both columns', async () => {
    const [page] = await read(await registrationCertificate(certificate));
    expect(inOrder(page!.left, ['800416100016', ...values])).toEqual([]);
    expect(inOrder(page!.right, ['800416100016', ...values])).toEqual([]);
  });

  test('keeps the row of a name that the person does not have, with a dash', async () => {
    const single = { givenName: null, givenNameLatin: null, patronymic: null, patronymicLatin: null };
    const [page] = await read(await registrationCertificate({ ...certificate, ...single }));
    expect(page!.left).toContain('Аты — Әкесінің аты (бар болған жағдайда) — Туған күні');
    expect(page!.right).toContain('Имя — Отчество (при его наличии) — Дата рождения');
  });

  test('wraps long names and places inside their column, on one page', async () => {
    const pages = await read(await registrationCertificate({ ...certificate, ...long }));
    expect(pages).toHaveLength(1);
    for (const column of [pages[0]!.left, pages[0]!.right]) {
      expect(inOrder(squeezed(column), Object.values(long).map(squeezed))).toEqual([]);
    }
    expect(pages[0]!.edge).toBeLessThan(535);
    expect(pages[0]!.foot).toBeGreaterThan(28);
  });

  test('holds the address of verification in its QR code, and nothing else', async () => {
    expect(await scanQr(await registrationCertificate(certificate))).toBe(
      'https://qonaq.example/verify/8Zk1vJr0Qm3nXw5tYb7uLc',
    );
  });

  test('names its title, author, application and language in the metadata, and is tagged', async () => {
    const metadata = await (await open(await registrationCertificate(certificate))).getMetadata();
    expect(metadata.info).toMatchObject({
      Title: 'Тіркеу куәлігі · Регистрационное свидетельство',
      Author: 'Qonaq',
      Subject: 'IIN-2026-000042',
      Language: 'kk',
      CreationDate: 'D:20260305000000Z',
    });
    expect(metadata).toMatchObject({ hasStructTree: true });
  });

  test('refuses a letter for which it would print an empty box', () => {
    expect(() => registrationCertificate({ ...certificate, birthPlace: '東京' })).toThrow(RangeError);
  });
});

describe('the notice of refusal (A-form 3)', () => {
  test('has the title, every caption of the form in its order, and the caption of the QR code', async () => {
    const [page] = await read(await refusalNotice(notice));
    expect(page!.left).toMatch(/^Жеке сәйкестендіру нөмірін қалыптастырудан бас тарту туралы ХАБАРЛАМА Тегі /);
    expect(inOrder(page!.left, [...noticeCaptions.map(([kazakh]) => kazakh), 'QR-код'])).toEqual([]);
    expect(
      inOrder(
        page!.right,
        noticeCaptions.map(([, russian]) => russian),
      ),
    ).toEqual([]);
  });

  test('has every value, and the reason in both languages', async () => {
    const [page] = await read(await refusalNotice(notice));
    expect(inOrder(page!.left, [...values, 'Паспорттың мерзімі өтіп кеткен.'])).toEqual([]);
    expect(inOrder(page!.right, [...values, 'Срок действия паспорта истёк.'])).toEqual([]);
  });

  test('runs a long reason over as many pages as it needs, each with its number and the foot of the form', async () => {
    const sentences = Array.from({ length: 90 }, (_, index) => `${index + 1}-себеп анықталды.`);
    const reason = { kk: sentences.join('\n'), ru: 'Установлено.' };
    const pages = await read(await refusalNotice({ ...notice, reason }));
    expect(pages).toHaveLength(3);
    expect(inOrder(pages.map(({ left }) => left).join(' '), sentences)).toEqual([]);
    pages.forEach(({ left, right, foot }, index) => {
      expect(left).toContain('Проверьте подлинность документа по QR-коду');
      expect(right).toContain(`${index + 1} / 3`);
      expect(foot).toBeGreaterThan(28);
    });
  });

  test('holds the address of verification in its QR code', async () => {
    expect(await scanQr(await refusalNotice(notice))).toBe('https://qonaq.example/verify/8Zk1vJr0Qm3nXw5tYb7uLc');
  });
});

describe('every printed form', () => {
  const forms = {
    'registration certificate': (changes: Partial<CertificateData>) =>
      registrationCertificate({ ...certificate, ...changes }),
    'notice of refusal': (changes: Partial<RefusalNoticeData>) => refusalNotice({ ...notice, ...changes }),
  };

  test.each(Object.entries(forms))('%s: the same data give the same bytes, other data others', async (_, print) => {
    const bytes = await print({});
    expect((await print({})).equals(bytes)).toBe(true);
    expect((await print({ surname: 'Эриксон' })).equals(bytes)).toBe(false);
  });

  test.each(Object.entries(forms))('%s: a specimen says so in three languages', async (_, print) => {
    const [page] = await read(await print({ specimen: true }));
    expect(page!.aslant).toEqual(['ҮЛГІ', 'ОБРАЗЕЦ', 'SPECIMEN']);
  });

  test.each(Object.entries(forms))('%s: a real one says nothing of the kind', async (_, print) => {
    const [page] = await read(await print({}));
    expect(page!.aslant).toEqual([]);
    expect(page!.left + page!.right).not.toMatch(/ҮЛГІ|ОБРАЗЕЦ|SPECIMEN/);
  });

  test('a specimen of several pages says so on each', async () => {
    const reason = { kk: 'Себеп.\n'.repeat(60), ru: 'Причина.\n'.repeat(60) };
    const pages = await read(await refusalNotice({ ...notice, reason, specimen: true }));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page.aslant).toEqual(['ҮЛГІ', 'ОБРАЗЕЦ', 'SPECIMEN']);
  });

  test('a specimen has a QR code that reads through the mark', async () => {
    expect(await scanQr(await refusalNotice({ ...notice, specimen: true }))).toContain('/verify/');
  });
});

describe('the sample scans of the demo', () => {
  test('the machine-readable zone is composed as in the specimens of ICAO and Germany', () => {
    expect(passportZone({ ...eriksson.passport, expiresOn: Temporal.PlainDate.from('2012-04-15') })).toEqual(passport);
    expect(passportZone({ ...mustermann.passport, expiresOn: Temporal.PlainDate.from('2017-10-31') })).toEqual(german);
  });

  test('the renewed passports are read without a fault and are valid for years', () => {
    expect(samplePeople.map(({ zone }) => reading(zone).expiryDate)).toEqual(['2034-04-15', '2033-10-31']);
  });

  test.each(samplePeople.map((each) => [each.passport.surname, each] as const))(
    '%s: the passport page shows its zone and is a specimen',
    async (_, each) => {
      const [page] = await read(await samplePassportScan(each));
      expect(page!.left).toContain(each.zone.join(' '));
      expect(page!.aslant).toEqual(['SPECIMEN']);
    },
  );

  test('the application form is filled with the person and marked', async () => {
    const [page] = await read(await sampleApplicationForm(mustermann));
    expect(page!.left).toContain('Мустерманн Эрика үшін жеке сәйкестендіру нөмірін беруді сұраймын.');
    expect(page!.right).toContain('C01X0006H');
    expect(page!.aslant).toEqual(['ҮЛГІ', 'ОБРАЗЕЦ', 'SPECIMEN']);
  });

  test('any other paper has its title and lines, is marked, and has the same bytes each time', async () => {
    const print = () => sampleCertificate('Неке қию туралы куәлік', ['Зенит қаласы', '№ 7']);
    const [page] = await read(await print());
    expect(page!.left).toContain('Неке қию туралы куәлік Зенит қаласы № 7');
    expect(page!.aslant).toEqual(['ҮЛГІ', 'ОБРАЗЕЦ', 'SPECIMEN']);
    expect((await print()).equals(await print())).toBe(true);
  });
});

/** Those of the phrases that do not follow the ones before them in the text. */
function inOrder(text: string, phrases: readonly string[]): string[] {
  let from = 0;
  return phrases.filter((phrase) => {
    const found = text.indexOf(phrase, from);
    if (found >= 0) from = found + phrase.length;
    return found < 0;
  });
}
