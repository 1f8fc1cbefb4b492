import type { Sex } from '../../kit/graph/person.ts';
import type { Channel } from '../rules/categories.ts';
import type { Bilingual } from '../../kit/forms/blocks.ts';

// The words of A-form 1: the Kazakh ones are the order's.

/** Its title. */
export const title: Bilingual = { kk: 'Өтініш', ru: 'Заявление' };

/** What is asked for, and for whom. */
export function asking(fullName: string): Bilingual {
  return {
    kk: `${fullName} үшін жеке сәйкестендіру нөмірін беруді сұраймын.`,
    ru: `Прошу выдать индивидуальный идентификационный номер для: ${fullName}.`,
  };
}

/** The captions of the fields of a name. */
export const nameCaptions = {
  givenName: ofName('Аты', 'Имя'),
  surname: ofName('Тегі', 'Фамилия'),
  patronymic: ofName('Әкесінің аты (бар болған жағдайда)', 'Отчество (при его наличии)'),
} as const;

function ofName(kk: string, ru: string): { latin: Bilingual; cyrillic: Bilingual } {
  return {
    latin: { kk: `${kk} латын транскрипциясында`, ru: `${ru} в латинской транскрипции` },
    cyrillic: { kk: `${kk} кириллица транскрипциясында`, ru: `${ru} в кириллической транскрипции` },
  };
}

/** The captions of all other fields. */
export const captions = {
  to: { kk: 'Кімге (лауазымы, тегі және аты-жөні)', ru: 'Кому (должность, фамилия и имя)' },
  from: { kk: 'Кімнен (тегі, аты және әкесінің аты)', ru: 'От кого (фамилия, имя и отчество)' },
  citizenOf: {
    kk: '(шетелдік мемлекеттің атауы) азаматы(шасы)',
    ru: 'гражданин(-ка) (наименование иностранного государства)',
  },
  birthDate: { kk: 'Туған күні', ru: 'Дата рождения' },
  sex: { kk: 'Жынысы', ru: 'Пол' },
  citizenship: { kk: 'Азаматтығы', ru: 'Гражданство' },
  ethnicity: { kk: 'Ұлты', ru: 'Национальность' },
  countryOfArrival: { kk: 'Келген елі', ru: 'Страна прибытия' },
  documentType: { kk: 'Жеке басын куәландыратын құжат түрі', ru: 'Вид документа, удостоверяющего личность' },
  documentNumber: { kk: 'Жеке басын куәландыратын құжат нөмірі', ru: 'Номер документа, удостоверяющего личность' },
  documentIssuedOn: {
    kk: 'Жеке басын куәландыратын құжатты берген күні',
    ru: 'Дата выдачи документа, удостоверяющего личность',
  },
  documentExpiryDate: {
    kk: 'Жеке басын куәландыратын құжаттың қолданылу мерзімі',
    ru: 'Срок действия документа, удостоверяющего личность',
  },
  documentIssuingCountry: {
    kk: 'Жеке басын куәландыратын құжатты берген ел',
    ru: 'Страна, выдавшая документ, удостоверяющий личность',
  },
  birthPlace: { kk: 'Туған жері', ru: 'Место рождения' },
  country: { kk: 'Ел', ru: 'Страна' },
  region: { kk: 'Облыс', ru: 'Область' },
  district: { kk: 'Аудан', ru: 'Район' },
  address: { kk: 'Мекенжайы', ru: 'Адрес' },
  signature: { kk: '(қолы, күні)', ru: '(подпись, дата)' },
} as const satisfies Record<string, Bilingual>;

/** The sexes in words. */
export const sexes: Record<Sex, Bilingual> = {
  MALE: { kk: 'Ер', ru: 'Мужской' },
  FEMALE: { kk: 'Әйел', ru: 'Женский' },
  UNSPECIFIED: { kk: 'Көрсетілмеген', ru: 'Не указан' },
};

/** The types of identity document in words. */
export const documentTypes = {
  passport: { kk: 'Паспорт', ru: 'Паспорт' },
  card: { kk: 'Жеке куәлік', ru: 'Удостоверение личности' },
} as const satisfies Record<string, Bilingual>;

/** Who receives the application, as the consent names them. */
const receivers: Record<Channel, Bilingual> = {
  MISSION: {
    kk: 'Қазақстан Республикасының шет елдегі мекемесі',
    ru: 'загранучреждением Республики Казахстан',
  },
  MFA: {
    kk: 'Қазақстан Республикасының Сыртқы істер министрлігі',
    ru: 'Министерством иностранных дел Республики Казахстан',
  },
};

/** The two consents; in the channel of the MFA it stands in the place of the mission. */
export function consents(channel: Channel): Bilingual[] {
  const { kk, ru } = receivers[channel];
  return [
    {
      kk: `Мен жоғарыда көрсетілген дербес деректерді ${kk}, Қазақстан Республикасының Ішкі істер министрлігі (БСН 960340000514) мен "Азаматтарға арналған үкімет" Мемлекеттік корпорациясы (БСН 160440007161) жүзеге асыратын мақсаттар мен міндеттерді орындау үшін "Сәйкестендіру нөмірлерінің ұлттық тізілімдер туралы" Қазақстан Республикасының Заңында белгіленген кезеңге, дербес деректерді өңдеу процесінде оларды трансшекаралық беруге, осы мемлекеттік қызметті көрсету мақсатында дербес деректерді үшінші тұлғаларға беруге, жинау мен өңдеуге өз келісімімді беремін.`,
      ru: `Я даю своё согласие на сбор и обработку указанных выше персональных данных для выполнения целей и задач, осуществляемых ${ru}, Министерством внутренних дел Республики Казахстан (БИН 960340000514) и Государственной корпорацией «Правительство для граждан» (БИН 160440007161), на период, установленный Законом Республики Казахстан «О национальных реестрах идентификационных номеров», на трансграничную передачу персональных данных в процессе их обработки, на передачу персональных данных третьим лицам в целях оказания этой государственной услуги.`,
    },
    {
      kk: 'Ақпараттық жүйелерде заңмен қорғалатын құпиядан тұратын мәліметтерді пайдалануға келісемін.',
      ru: 'Согласен(-на) на использование сведений, составляющих охраняемую законом тайну, которые содержатся в информационных системах.',
    },
  ];
}

/** The position of whoever receives the application. */
export const positions: Record<Channel, Bilingual> = {
  MISSION: { kk: 'Консул', ru: 'Консул' },
  MFA: { kk: 'Уәкілетті қызметкер', ru: 'Уполномоченный работник' },
};
