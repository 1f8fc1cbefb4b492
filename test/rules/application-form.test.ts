import { describe, expect, test } from '@jest/globals';
import { applicationForm } from '../../subgraphs/iin/forms/application-form.ts';
import type { ApplicationFormData } from '../../subgraphs/iin/forms/application-form.ts';
import { openPdf, outOfOrder, readPdf } from '../support/pdf.ts';

// A-form 1, field by field: the Kazakh words are those of the order's annex 1.

const day = (text: string) => Temporal.PlainDate.from(text);
const form: ApplicationFormData = {
  applicantId: '01964631-f000-7000-8000-000000000001',
  issuedOn: day('2026-03-05'),
  specimen: false,
  to: {
    position: { kk: 'Консул', ru: 'Консул' },
    name: 'Нұрланова Айгүл',
    office: { kk: 'Зенит қаласындағы Елшілік', ru: 'Посольство в городе Зенит' },
  },
  from: { name: 'Эрикссон Карл', citizenship: 'SWE' },
  fullName: 'Эрикссон Анна Мария Қуанышқызы',
  surname: 'Эрикссон',
  givenName: 'Анна Мария',
  patronymic: 'Қуанышқызы',
  surnameLatin: 'ERIKSSON',
  givenNameLatin: 'ANNA MARIA',
  patronymicLatin: 'KUANYSHKYZY',
  birthDate: day('1980-04-06'),
  birthPlace: 'Зенит қаласы',
  sex: 'FEMALE',
  citizenship: 'D',
  ethnicity: 'швед',
  countryOfArrival: 'TUR',
  travelDocument: {
    documentCode: 'P',
    number: 'L898902C3',
    issuedOn: day('2021-04-16'),
    expiryDate: day('2031-04-15'),
    issuingCountry: 'ALB',
  },
  address: { country: 'FRA', region: 'Эльзас', district: 'Төменгі Рейн', address: 'Липа көшесі 7, 3-пәтер' },
  channel: 'MISSION',
};

const kazakh = [
  'Кімге (лауазымы, тегі және аты-жөні) Консул Нұрланова Айгүл Зенит қаласындағы Елшілік',
  'Кімнен (тегі, аты және әкесінің аты) Эрикссон Карл',
  '(шетелдік мемлекеттің атауы) азаматы(шасы) Швеция',
  'Өтініш',
  'Эрикссон Анна Мария Қуанышқызы үшін жеке сәйкестендіру нөмірін беруді сұраймын.',
  'Аты латын транскрипциясында ANNA MARIA',
  'Аты кириллица транскрипциясында Анна Мария',
  'Тегі латын транскрипциясында ERIKSSON',
  'Тегі кириллица транскрипциясында Эрикссон',
  'Әкесінің аты (бар болған жағдайда) латын транскрипциясында KUANYSHKYZY',
  'Әкесінің аты (бар болған жағдайда) кириллица транскрипциясында Қуанышқызы',
  'Туған күні 06.04.1980',
  'Жынысы Әйел',
  'Азаматтығы Германия',
  'Ұлты швед',
  'Келген елі Түркия',
  'Жеке басын куәландыратын құжат түрі Паспорт',
  'Жеке басын куәландыратын құжат нөмірі L898902C3',
  'Жеке басын куәландыратын құжатты берген күні 16.04.2021',
  'Жеке басын куәландыратын құжаттың қолданылу мерзімі 15.04.2031',
  'Жеке басын куәландыратын құжатты берген ел Албания',
  'Туған жері Зенит қаласы',
  'Ел Франция',
  'Облыс Эльзас',
  'Аудан Төменгі Рейн',
  'Мекенжайы Липа көшесі 7, 3-пәтер',
  'Мен жоғарыда көрсетілген дербес деректерді Қазақстан Республикасының шет елдегі мекемесі, Қазақстан Республикасының Ішкі істер министрлігі (БСН 960340000514) мен "Азаматтарға арналған үкімет" Мемлекеттік корпорациясы (БСН 160440007161) жүзеге асыратын мақсаттар мен міндеттерді орындау үшін "Сәйкестендіру нөмірлерінің ұлттық тізілімдер туралы" Қазақстан Республикасының Заңында белгіленген кезеңге, дербес деректерді өңдеу процесінде оларды трансшекаралық беруге, осы мемлекеттік қызметті көрсету мақсатында дербес деректерді үшінші тұлғаларға беруге, жинау мен өңдеуге өз келісімімді беремін.',
  'Ақпараттық жүйелерде заңмен қорғалатын құпиядан тұратын мәліметтерді пайдалануға келісемін.',
  '(қолы, күні)',
];

const russian = [
  'Кому (должность, фамилия и имя) Консул Нұрланова Айгүл Посольство в городе Зенит',
  'От кого (фамилия, имя и отчество) Эрикссон Карл',
  'гражданин(-ка) (наименование иностранного государства) Швеция',
  'Заявление',
  'Прошу выдать индивидуальный идентификационный номер для: Эрикссон Анна Мария Қуанышқызы.',
  'Имя в латинской транскрипции ANNA MARIA',
  'Имя в кириллической транскрипции Анна Мария',
  'Фамилия в латинской транскрипции ERIKSSON',
  'Фамилия в кириллической транскрипции Эрикссон',
  'Отчество (при его наличии) в латинской транскрипции KUANYSHKYZY',
  'Отчество (при его наличии) в кириллической транскрипции Қуанышқызы',
  'Дата рождения 06.04.1980',
  'Пол Женский',
  'Гражданство Германия',
  'Национальность швед',
  'Страна прибытия Турция',
  'Вид документа, удостоверяющего личность Паспорт',
  'Номер документа, удостоверяющего личность L898902C3',
  'Дата выдачи документа, удостоверяющего личность 16.04.2021',
  'Срок действия документа, удостоверяющего личность 15.04.2031',
  'Страна, выдавшая документ, удостоверяющий личность Албания',
  'Место рождения Зенит қаласы',
  'Страна Франция',
  'Область Эльзас',
  'Район Төменгі Рейн',
  'Адрес Липа көшесі 7, 3-пәтер',
  'загранучреждением Республики Казахстан, Министерством внутренних дел Республики Казахстан (БИН 960340000514)',
  '«Правительство для граждан» (БИН 160440007161)',
  'трансграничную передачу',
  'третьим лицам',
  'охраняемую законом тайну',
  '(подпись, дата)',
];

/** Both columns over all pages, without the footers, which stand apart from them. */
async function columnsOf(changes: Partial<ApplicationFormData> = {}): Promise<{ left: string; right: string }> {
  const pages = await readPdf(await applicationForm({ ...form, ...changes }));
  return {
    left: pages.map(({ left }) => left).join(' '),
    right: pages.map(({ right }) => right).join(' '),
  };
}

describe('the application form (A-form 1)', () => {
  test('has every field of the order in its order with what was registered, Kazakh on the left', async () => {
    expect(outOfOrder((await columnsOf()).left, kazakh)).toEqual([]);
  });

  test('has the same in Russian on the right', async () => {
    expect(outOfOrder((await columnsOf()).right, russian)).toEqual([]);
  });

  test('in the channel of the MFA it stands in the place of the mission', async () => {
    const { left, right } = await columnsOf({ channel: 'MFA' });
    expect(left).toContain(
      'Мен жоғарыда көрсетілген дербес деректерді Қазақстан Республикасының Сыртқы істер министрлігі',
    );
    expect(right).toContain('осуществляемых Министерством иностранных дел Республики Казахстан, Министерством');
    expect(left + right).not.toMatch(/шет елдегі мекемесі|загранучреждением/);
  });

  test('leaves a line for a pen where something is not known', async () => {
    const unknown = { from: null, ethnicity: null, countryOfArrival: null, address: null };
    const travelDocument = { ...form.travelDocument, issuedOn: null };
    const { right } = await columnsOf({ ...unknown, travelDocument });
    const filledByPen = [
      'От кого (фамилия, имя и отчество)',
      'гражданин(-ка) (наименование иностранного государства)',
      'Национальность',
      'Страна прибытия',
      'Дата выдачи документа, удостоверяющего личность',
      'Страна',
      'Область',
      'Район',
      'Адрес',
    ];
    expect(right.match(/_{20,}/g)).toHaveLength(filledByPen.length);
    expect(
      outOfOrder(
        right,
        filledByPen.map((caption) => `${caption} ${'_'.repeat(20)}`),
      ),
    ).toEqual([]);
  });

  test('has a dash for a name that the person does not have, and for a region that the address does not have', async () => {
    const { left } = await columnsOf({
      givenName: null,
      givenNameLatin: null,
      patronymic: null,
      patronymicLatin: null,
      address: { ...form.address!, region: null },
    });
    expect(
      outOfOrder(left, [
        'Аты латын транскрипциясында — Аты кириллица транскрипциясында — Тегі',
        'латын транскрипциясында — Әкесінің аты (бар болған жағдайда) кириллица транскрипциясында — Туған күні',
        'Облыс — Аудан',
      ]),
    ).toEqual([]);
  });

  test('calls a stateless person and another document than a passport by their names', async () => {
    const travelDocument = { ...form.travelDocument, documentCode: 'ID' };
    const { left, right } = await columnsOf({ citizenship: 'XXA', travelDocument, sex: 'MALE' });
    expect(outOfOrder(left, ['Жынысы Ер', 'Азаматтығы Азаматтығы жоқ адам', 'түрі Жеке куәлік'])).toEqual([]);
    expect(outOfOrder(right, ['Мужской', 'Лицо без гражданства', 'Удостоверение личности'])).toEqual([]);
  });

  test('keeps both consents and the signature on one page, behind names of 80 letters and a long place too', async () => {
    const long = 'Қажымұқанғалиұлы Әбдіғаппарқызы Нұрсұлтанбекұлы Өтеғалиевич Іңкәрбекқызы Үмітжан';
    const latin = 'WOLFESCHLEGELSTEINHAUSENBERGERDORFFWELCHEVORALTERNWARENGEWISSENHAFTSCHAFERSWESSE';
    const pages = await readPdf(
      await applicationForm({
        ...form,
        surname: long,
        surnameLatin: latin,
        givenName: long,
        givenNameLatin: latin,
        patronymic: long,
        patronymicLatin: latin,
        birthPlace: `${long} ${long}`,
      }),
    );
    for (const { edge, foot } of pages) {
      expect(edge).toBeLessThan(535);
      expect(foot).toBeGreaterThan(28);
    }
    const squeezed = pages.map(({ left }) => left.replaceAll(' ', '')).join('');
    expect(
      outOfOrder(
        squeezed,
        [latin, long, latin, long].map((name) => name.replaceAll(' ', '')),
      ),
    ).toEqual([]);
    const last = pages.at(-1)!.left;
    expect(outOfOrder(last, ['Мен жоғарыда көрсетілген', 'келісемін.', '(қолы, күні)'])).toEqual([]);
  });

  test('has neither a QR code nor words of one; each page says whose document it goes with', async () => {
    const pages = await readPdf(await applicationForm(form));
    expect(pages).toHaveLength(2);
    pages.forEach(({ left, right }, index) => {
      expect(left + right).not.toContain('QR');
      expect(left).toContain('Алгоритмге 1-қосымша · L898902C3 Приложение 1 к Алгоритму · L898902C3');
      expect(right).toContain(`${index + 1} / 2`);
    });
    const { info } = await (await openPdf(await applicationForm(form))).getMetadata();
    expect(info).toMatchObject({ Title: 'Өтініш · Заявление', Language: 'kk', CreationDate: 'D:20260305000000Z' });
  });

  test('gives the same bytes for the same data, others for others', async () => {
    const bytes = await applicationForm(form);
    expect((await applicationForm(form)).equals(bytes)).toBe(true);
    expect((await applicationForm({ ...form, ethnicity: 'неміс' })).equals(bytes)).toBe(false);
  });

  test('a specimen says so on every page, a real one on none', async () => {
    for (const { aslant } of await readPdf(await applicationForm({ ...form, specimen: true })))
      expect(aslant).toEqual(['ҮЛГІ', 'ОБРАЗЕЦ', 'SPECIMEN']);
    for (const { aslant } of await readPdf(await applicationForm(form))) expect(aslant).toEqual([]);
  });
});
