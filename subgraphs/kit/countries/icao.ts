import type { Message } from '../errors/languages.ts';

/** A code that ICAO 9303-3, section 5, has and ISO 3166-1 has not. */
interface IcaoCode {
  name: Message;
  /** The code says what a person is, so it can't be the issuer of a document. */
  describesPerson?: true;
  specimen?: true;
}

/**
 * The codes of ICAO 9303-3 (8th edition), section 5, beyond ISO 3166-1. `D` is absent because it takes its names from
 * ISO's `DEU`. The withdrawn `ANT` and `NTZ` are left out: no document that bears them can still be valid. `IAO` is
 * left out: it signs lists of certificates, never a travel document.
 */
export const icaoCodes: Record<string, IcaoCode> = {
  GBD: {
    name: {
      kk: 'Британияның теңізарғы аумақтарының азаматы',
      ru: 'Гражданин британских заморских территорий',
      en: 'British Overseas Territories Citizen',
    },
  },
  GBN: {
    name: {
      kk: 'Британ ұлттығындағы адам (теңізарғы)',
      ru: 'Британский национал (заморский)',
      en: 'British National (Overseas)',
    },
  },
  GBO: {
    name: {
      kk: 'Британияның теңізарғы азаматы',
      ru: 'Британский заморский гражданин',
      en: 'British Overseas Citizen',
    },
  },
  GBP: {
    name: {
      kk: 'Британияның қорғауындағы адам',
      ru: 'Лицо под защитой Великобритании',
      en: 'British Protected Person',
    },
  },
  GBS: { name: { kk: 'Британ бодандығындағы адам', ru: 'Британский подданный', en: 'British Subject' } },
  RKS: { name: { kk: 'Косово', ru: 'Косово', en: 'Kosovo' } },
  EUE: { name: { kk: 'Еуропалық одақ', ru: 'Европейский союз', en: 'European Union' } },
  UNO: {
    name: {
      kk: 'Біріккен Ұлттар Ұйымы',
      ru: 'Организация Объединённых Наций',
      en: 'United Nations Organization',
    },
  },
  UNA: {
    name: {
      kk: 'БҰҰ-ның мамандандырылған мекемесі',
      ru: 'Специализированное учреждение ООН',
      en: 'United Nations specialized agency',
    },
  },
  UNK: {
    name: {
      kk: 'Косово тұрғыны (БҰҰ миссиясы берген құжат)',
      ru: 'Житель Косово (документ миссии ООН)',
      en: 'Resident of Kosovo (document of the United Nations mission)',
    },
  },
  XBA: { name: { kk: 'Африка даму банкі', ru: 'Африканский банк развития', en: 'African Development Bank' } },
  XIM: {
    name: {
      kk: 'Африка экспорт-импорт банкі',
      ru: 'Африканский экспортно-импортный банк',
      en: 'African Export-Import Bank',
    },
  },
  XCC: { name: { kk: 'Кариб қоғамдастығы', ru: 'Карибское сообщество', en: 'Caribbean Community' } },
  XCE: { name: { kk: 'Еуропа Кеңесі', ru: 'Совет Европы', en: 'Council of Europe' } },
  XCO: {
    name: {
      kk: 'Шығыс және Оңтүстік Африканың ортақ нарығы',
      ru: 'Общий рынок Восточной и Южной Африки',
      en: 'Common Market for Eastern and Southern Africa',
    },
  },
  XDC: {
    name: {
      kk: 'Африканың оңтүстігін дамыту қоғамдастығы',
      ru: 'Сообщество развития Юга Африки',
      en: 'Southern African Development Community',
    },
  },
  XEC: {
    name: {
      kk: 'Батыс Африка мемлекеттерінің экономикалық қоғамдастығы',
      ru: 'Экономическое сообщество западноафриканских государств',
      en: 'Economic Community of West African States',
    },
  },
  XES: {
    name: {
      kk: 'Шығыс Кариб мемлекеттерінің ұйымы',
      ru: 'Организация восточнокарибских государств',
      en: 'Organization of Eastern Caribbean States',
    },
  },
  XMP: {
    name: {
      kk: 'Жерорта теңізі парламенттік ассамблеясы',
      ru: 'Парламентская ассамблея Средиземноморья',
      en: 'Parliamentary Assembly of the Mediterranean',
    },
  },
  XOM: {
    name: {
      kk: 'Егемен Мальта әскери ордені',
      ru: 'Суверенный военный Мальтийский орден',
      en: 'Sovereign Military Order of Malta',
    },
  },
  XPO: {
    name: {
      kk: 'Халықаралық қылмыстық полиция ұйымы (Интерпол)',
      ru: 'Международная организация уголовной полиции (Интерпол)',
      en: 'International Criminal Police Organization (INTERPOL)',
    },
  },
  XXA: {
    name: { kk: 'Азаматтығы жоқ адам', ru: 'Лицо без гражданства', en: 'Stateless person' },
    describesPerson: true,
  },
  XXB: {
    name: {
      kk: 'Босқын (1951 жылғы конвенция бойынша)',
      ru: 'Беженец (по Конвенции 1951 года)',
      en: 'Refugee (1951 Convention)',
    },
    describesPerson: true,
  },
  XXC: { name: { kk: 'Босқын (өзге)', ru: 'Беженец (иной)', en: 'Refugee (other)' }, describesPerson: true },
  XXX: {
    name: { kk: 'Азаматтығы көрсетілмеген', ru: 'Гражданство не указано', en: 'Nationality not specified' },
    describesPerson: true,
  },
  UTO: { name: { kk: 'Утопия', ru: 'Утопия', en: 'Utopia' }, specimen: true },
};

/**
 * Where the library's name is outdated, ambiguous, an abbreviation, or not the one that Kazakhstan's own papers use.
 */
export const betterNames: Record<string, Partial<Message>> = {
  ARE: { ru: 'Объединённые Арабские Эмираты' },
  CAF: { ru: 'Центральноафриканская Республика' },
  CHN: { ru: 'Китайская Народная Республика', kk: 'Қытай Халық Республикасы' },
  COD: { kk: 'Конго Демократиялық Республикасы' },
  ESH: { ru: 'Западная Сахара' },
  KGZ: { ru: 'Кыргызстан' },
  KOR: { kk: 'Корея Республикасы', en: 'Republic of Korea' },
  MDA: { ru: 'Молдова' },
  PRK: {
    kk: 'Корея Халық Демократиялық Республикасы',
    ru: 'Корейская Народно-Демократическая Республика',
    en: "Democratic People's Republic of Korea",
  },
  PSE: { kk: 'Палестина мемлекеті' },
  SWZ: { kk: 'Эсватини' },
  TKM: { ru: 'Туркменистан' },
  USA: { ru: 'Соединённые Штаты Америки' },
  ZAF: { ru: 'Южно-Африканская Республика' },
};
