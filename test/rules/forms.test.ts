import { describe, expect, test } from '@jest/globals';
import { refusalNotice, type RefusalNoticeData } from '../../subgraphs/iin/forms/refusal-notice.ts';
import { registrationCertificate, type CertificateData } from '../../subgraphs/iin/forms/registration-certificate.ts';
import { openPdf, outOfOrder, readPdf, scanQr } from '../support/pdf.ts';

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
  reason: [{ kk: 'Паспорттың мерзімі өтіп кеткен.', ru: 'Срок действия паспорта истёк.' }],
};

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

/** Names of 80 letters and a place of 180, with every Kazakh letter. */
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
    const [page] = await readPdf(await registrationCertificate(certificate));
    expect(
      outOfOrder(
        page!.left,
        certificateCaptions.map(([kazakh]) => kazakh),
      ),
    ).toEqual([]);
    expect(
      outOfOrder(
        page!.right,
        certificateCaptions.map(([, russian]) => russian),
      ),
    ).toEqual([]);
  });

  test('has the number and every value in both columns', async () => {
    const [page] = await readPdf(await registrationCertificate(certificate));
    expect(outOfOrder(page!.left, ['800416100016', ...values])).toEqual([]);
    expect(outOfOrder(page!.right, ['800416100016', ...values])).toEqual([]);
  });

  test('keeps the row of a name that the person does not have, with a dash', async () => {
    const single = { givenName: null, givenNameLatin: null, patronymic: null, patronymicLatin: null };
    const [page] = await readPdf(await registrationCertificate({ ...certificate, ...single }));
    expect(page!.left).toContain('Аты — Әкесінің аты (бар болған жағдайда) — Туған күні');
    expect(page!.right).toContain('Имя — Отчество (при его наличии) — Дата рождения');
  });

  test('wraps long names and places inside their column, on one page', async () => {
    const pages = await readPdf(await registrationCertificate({ ...certificate, ...long }));
    expect(pages).toHaveLength(1);
    for (const column of [pages[0]!.left, pages[0]!.right]) {
      expect(outOfOrder(squeezed(column), Object.values(long).map(squeezed))).toEqual([]);
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
    const metadata = await (await openPdf(await registrationCertificate(certificate))).getMetadata();
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
    const [page] = await readPdf(await refusalNotice(notice));
    expect(page!.left).toMatch(/^Жеке сәйкестендіру нөмірін қалыптастырудан бас тарту туралы ХАБАРЛАМА Тегі /);
    expect(outOfOrder(page!.left, [...noticeCaptions.map(([kazakh]) => kazakh), 'QR-код'])).toEqual([]);
    expect(
      outOfOrder(
        page!.right,
        noticeCaptions.map(([, russian]) => russian),
      ),
    ).toEqual([]);
  });

  test('has every value, and the reason in both languages', async () => {
    const [page] = await readPdf(await refusalNotice(notice));
    expect(outOfOrder(page!.left, [...values, 'Паспорттың мерзімі өтіп кеткен.'])).toEqual([]);
    expect(outOfOrder(page!.right, [...values, 'Срок действия паспорта истёк.'])).toEqual([]);
  });

  test('runs a long reason over as many pages as it needs, each with its number and the foot of the form', async () => {
    const sentences = Array.from({ length: 90 }, (_, index) => `${index + 1}-себеп анықталды.`);
    const reason = sentences.map((kk) => ({ kk, ru: 'Установлено.' }));
    const pages = await readPdf(await refusalNotice({ ...notice, reason }));
    expect(pages).toHaveLength(4);
    expect(outOfOrder(pages.map(({ left }) => left).join(' '), sentences)).toEqual([]);
    pages.forEach(({ left, right, foot }, index) => {
      expect(left).toContain('Проверьте подлинность документа по QR-коду');
      expect(right).toContain(`${index + 1} / 4`);
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
    const [page] = await readPdf(await print({ specimen: true }));
    expect(page!.aslant).toEqual(['ҮЛГІ', 'ОБРАЗЕЦ', 'SPECIMEN']);
  });

  test.each(Object.entries(forms))('%s: a real one says nothing of the kind', async (_, print) => {
    const [page] = await readPdf(await print({}));
    expect(page!.aslant).toEqual([]);
    expect(page!.left + page!.right).not.toMatch(/ҮЛГІ|ОБРАЗЕЦ|SPECIMEN/);
  });

  test('a specimen of several pages says so on each', async () => {
    const reason = [{ kk: 'Себеп.\n'.repeat(60), ru: 'Причина.\n'.repeat(60) }];
    const pages = await readPdf(await refusalNotice({ ...notice, reason, specimen: true }));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page.aslant).toEqual(['ҮЛГІ', 'ОБРАЗЕЦ', 'SPECIMEN']);
  });
});
