import type { Bilingual } from '../../kit/forms/blocks.ts';
import type { Sex } from '../../kit/graph/person.ts';
import type { City } from '../../kit/viewer/roles.ts';
import type { Answers, Kinship, MaritalStatus, QuestionnaireLanguage } from '../rules/questionnaire.ts';

/** The heading. */
export const title: Bilingual = {
  kk: 'Тұрақты тұруға рұқсат алуға үміткердің сауалнамасы',
  ru: 'Анкета заявителя на получение разрешения на постоянное проживание',
};

/** In which language it was answered. */
export const declared: Record<QuestionnaireLanguage, Bilingual> = {
  kk: { kk: 'Жауап тілі: қазақ тілі', ru: 'Язык ответов: казахский' },
  ru: { kk: 'Жауап тілі: орыс тілі', ru: 'Язык ответов: русский' },
};

/** What stands over each answer. */
export const captions = {
  name: { kk: 'Тегі, аты, әкесінің аты (латынша)', ru: 'Фамилия, имя, отчество (латиницей)' },
  formerNames: { kk: 'Бұрынғы тегі, аты, әкесінің аты', ru: 'Прежние фамилия, имя, отчество' },
  sex: { kk: 'Жынысы', ru: 'Пол' },
  birth: { kk: 'Туған күні мен жері', ru: 'Дата и место рождения' },
  citizenship: { kk: 'Азаматтығы', ru: 'Гражданство' },
  formerCitizenships: { kk: 'Бұрынғы азаматтығы', ru: 'Прежнее гражданство' },
  ethnicity: { kk: 'Ұлты', ru: 'Национальность' },
  travelDocuments: { kk: 'Жол жүру құжаттары', ru: 'Проездные документы' },
  maritalStatus: { kk: 'Отбасылық жағдайы', ru: 'Семейное положение' },
  closeRelatives: { kk: 'Жақын туыстары', ru: 'Близкие родственники' },
  education: { kk: 'Білімі', ru: 'Образование' },
  occupation: { kk: 'Кәсібі', ru: 'Род занятий' },
  employers: { kk: 'Соңғы бес жылдағы жұмыс берушілер', ru: 'Работодатели за последние пять лет' },
  earlierStays: { kk: 'Қазақстанда бұрын болуы', ru: 'Прежние пребывания в Казахстане' },
  earlierApplications: { kk: 'Бұрынғы өтініштер мен олардың нәтижелері', ru: 'Прежние обращения и их результаты' },
  criminalRecord: { kk: 'Соттылығы (кез келген мемлекетте)', ru: 'Судимость (в любом государстве)' },
  pendingProceedings: {
    kk: 'Аяқталмаған қылмыстық іс жүргізу (кез келген мемлекетте)',
    ru: 'Незавершённое уголовное производство (в любом государстве)',
  },
  meansOfSupport: { kk: 'Күнкөріс көзі', ru: 'Источник средств к существованию' },
  addressOfResidence: { kk: 'Тұратын мемлекетіндегі мекенжайы', ru: 'Адрес в государстве проживания' },
  addressInKazakhstan: {
    kk: 'Қазақстандағы болжамды мекенжайы',
    ru: 'Предполагаемый адрес в Казахстане',
  },
  contacts: { kk: 'Байланыс деректері', ru: 'Контактные данные' },
  statement: {
    kk: 'Жауаптарымның шындығын растаймын. Осы сауалнамаға электрондық цифрлық қолтаңбаммен қол қоямын.',
    ru: 'Подтверждаю, что мои ответы правдивы. Подписываю эту анкету своей электронной цифровой подписью.',
  },
} as const satisfies Partial<Record<keyof Answers | 'birth' | 'statement', Bilingual>>;

/** The sexes. */
export const sexNames: Record<Sex, Bilingual> = {
  MALE: { kk: 'Ер', ru: 'Мужской' },
  FEMALE: { kk: 'Әйел', ru: 'Женский' },
  UNSPECIFIED: { kk: 'Көрсетілмеген', ru: 'Не указан' },
};

/** The marital statuses. */
export const maritalNames: Record<MaritalStatus, Bilingual> = {
  SINGLE: { kk: 'Некеде тұрмаған', ru: 'В браке не состоял(а)' },
  MARRIED: { kk: 'Некеде тұрады', ru: 'Состоит в браке' },
  DIVORCED: { kk: 'Ажырасқан', ru: 'В разводе' },
  WIDOWED: { kk: 'Жесір', ru: 'Вдовец (вдова)' },
};

/** What relatives are. */
export const kinshipNames: Record<Kinship, Bilingual> = {
  SPOUSE: { kk: 'Жұбайы', ru: 'Супруг(а)' },
  CHILD: { kk: 'Баласы', ru: 'Ребёнок' },
  PARENT: { kk: 'Ата-анасы', ru: 'Родитель' },
  SIBLING: { kk: 'Бауыры', ru: 'Брат (сестра)' },
};

/** The two cities. */
export const cityNames: Record<City, Bilingual> = {
  ASTANA: { kk: 'Астана', ru: 'Астана' },
  ALMATY: { kk: 'Алматы', ru: 'Алматы' },
};

/** An answer. */
export const yesNo: Record<'yes' | 'no', Bilingual> = {
  yes: { kk: 'Иә', ru: 'Да' },
  no: { kk: 'Жоқ', ru: 'Нет' },
};

/** Since a day, and still. */
export function stillSince(day: string): Bilingual {
  return { kk: `${day} бастап, қазір де`, ru: `с ${day} по настоящее время` };
}
