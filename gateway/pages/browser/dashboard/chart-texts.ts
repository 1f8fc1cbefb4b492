import type { Message } from '../../../../subgraphs/kit/errors/languages.ts';

/** What is written in and around the pictures. */
export const chartTexts = {
  weeks: {
    title: {
      kk: 'Апта сайын мерзімінде шешілгендер үлесі',
      ru: 'Доля решённых в срок по неделям',
      en: 'Share decided on time, by week',
    },
    hint: {
      kk: 'Келіп түскен аптасы бойынша: шешілгендердің қаншасында әр мерзім сақталды.',
      ru: 'По неделе поступления: у какой части решённых соблюдён каждый срок.',
      en: 'By the week of receipt: of those decided, the part in which each term was kept.',
    },
    week: { kk: 'Апта басы', ru: 'Неделя с', en: 'Week of' },
    share: { kk: 'Мерзімінде, үлесі', ru: 'В срок, доля', en: 'On time, share' },
    all: {
      kk: 'Бүкіл кезеңде: {share} ({onTime} / {decided}).',
      ru: 'За весь период: {share} ({onTime} из {decided}).',
      en: 'In the whole period: {share} ({onTime} of {decided}).',
    },
    lowest: {
      kk: 'Ең төменгі апта, {week}: {share}.',
      ru: 'Самая низкая неделя, с {week}: {share}.',
      en: 'Lowest week, of {week}: {share}.',
    },
  },
  queueAges: {
    title: { kk: 'Жұмыстағылардың жасы', ru: 'Сколько ждут те, что в работе', en: 'Age of what is in work' },
    hint: {
      kk: 'Келіп түскен күннен бері өткен күнтізбелік күндер.',
      ru: 'Календарные дни со дня поступления.',
      en: 'Calendar days since the day of receipt.',
    },
    age: { kk: 'Жасы, күн', ru: 'Возраст, дней', en: 'Age, days' },
    from: { kk: '{from} және одан көп', ru: '{from} и более', en: '{from} or more' },
  },
  dueSoon: {
    title: {
      kk: 'Таяудағы он күнде мерзімі бітетіндер',
      ru: 'Срок в ближайшие десять дней',
      en: 'Due in the next ten days',
    },
    hint: {
      kk: 'Күннің соңына дейін орган әрекет етуі тиіс істер.',
      ru: 'Дела, по которым орган должен действовать до конца дня.',
      en: 'Cases on which an authority has to act by the end of the day.',
    },
    day: { kk: 'Күні', ru: 'День', en: 'Day' },
  },
  missions: {
    title: { kk: 'Шетелдегі мекемелер', ru: 'Загранучреждения', en: 'Missions' },
    hint: { kk: 'Келіп түскендер саны бойынша.', ru: 'По числу поступивших.', en: 'By how many they received.' },
    head: { kk: 'Мекеме', ru: 'Учреждение', en: 'Mission' },
  },
  categories: {
    title: { kk: 'Санаттар', ru: 'Категории', en: 'Categories' },
    hint: { kk: 'Келіп түскендер саны бойынша.', ru: 'По числу поступивших.', en: 'By how many were received.' },
    head: { kk: 'Санат', ru: 'Категория', en: 'Category' },
  },
  cities: {
    title: { kk: 'Қалалар', ru: 'Города', en: 'Cities' },
    hint: { kk: 'Келіп түскендер саны бойынша.', ru: 'По числу поступивших.', en: 'By how many they received.' },
    head: { kk: 'Қала', ru: 'Город', en: 'City' },
  },
  offices: {
    title: { kk: 'Қабылдаған кеңселер', ru: 'Принявшие подразделения', en: 'Offices that received them' },
    hint: { kk: 'Келіп түскендер саны бойынша.', ru: 'По числу поступивших.', en: 'By how many they received.' },
    head: { kk: 'Кеңсе', ru: 'Подразделение', en: 'Office' },
  },
  steps: {
    title: {
      kk: 'Қызмет жолы және әр қадамның уақыты',
      ru: 'Путь услуги и время каждого шага',
      en: 'The way through the service, and the time of each step',
    },
    hint: {
      kk: 'Қадамнан қанша рет өтті; оннан бесі және оннан тоғызы қанша уақытта бітті (түндер мен демалыс күндерін қоса).',
      ru: 'Сколько раз шаг пройден; за какое время заканчивались пять и девять из десяти (с ночами и выходными).',
      en: 'How often a step was gone through; in what time five and nine of ten ended (nights and days off included).',
    },
    step: { kk: 'Қадам', ru: 'Шаг', en: 'Step' },
    ended: { kk: 'Өтті', ru: 'Пройден', en: 'Ended' },
    running: { kk: 'Қазір', ru: 'Идёт', en: 'Now' },
    median: { kk: '5/10', ru: '5 из 10', en: '5 of 10' },
    percentile90: { kk: '9/10', ru: '9 из 10', en: '9 of 10' },
  },
  refusalGrounds: {
    title: { kk: 'Бас тарту негіздері', ru: 'Основания отказов', en: 'Refusals by ground' },
    hint: {
      kk: 'Бір істе бірнеше негіз болуы мүмкін.',
      ru: 'У одного дела может быть несколько оснований.',
      en: 'One case can have several grounds.',
    },
    head: { kk: 'Негіз', ru: 'Основание', en: 'Ground' },
  },
  refusalSteps: {
    title: { kk: 'Бас тартылған қадамдар', ru: 'Отказы по шагам', en: 'Refusals by step' },
    hint: {
      kk: 'Іс қай қадамда бас тартумен аяқталды.',
      ru: 'На каком шаге отказано.',
      en: 'At which step it was refused.',
    },
    head: { kk: 'Қадам', ru: 'Шаг', en: 'Step' },
  },
  missingDocuments: {
    title: {
      kk: 'Қабылданбаған: жетпеген құжаттар',
      ru: 'Не принято: чего не хватало',
      en: 'Not accepted: the missing documents',
    },
    hint: {
      kk: 'Бір өтініште бірнеше құжат жетпеуі мүмкін.',
      ru: 'В одном обращении может не хватать нескольких документов.',
      en: 'Several documents can be missing at once.',
    },
    head: { kk: 'Құжат', ru: 'Документ', en: 'Document' },
  },
  cases: { kk: 'Саны', ru: 'Число', en: 'Number' },
} satisfies Record<string, Message | Record<string, Message>>;
