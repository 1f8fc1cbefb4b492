import type { Message } from '../../../../subgraphs/kit/errors/languages.ts';

/** What the services are called where one is chosen. */
export const serviceNames = {
  IIN: { kk: 'ЖСН', ru: 'ИИН', en: 'IIN' },
  PETITION: { kk: 'Өтінішхат', ru: 'Ходатайство', en: 'Petition' },
  RESIDENCE: { kk: 'Тұру ықтиярхаты', ru: 'Вид на жительство', en: 'Residence' },
  COMPLAINT: { kk: 'Шағымдар', ru: 'Жалобы', en: 'Complaints' },
} satisfies Record<string, Message>;

/** What the services are called in full. */
export const serviceTitles: Record<keyof typeof serviceNames, Message> = {
  IIN: {
    kk: 'Шетелдіктерге жеке сәйкестендіру нөмірін беру',
    ru: 'Формирование индивидуального идентификационного номера иностранцам',
    en: 'Individual identification number for foreigners',
  },
  PETITION: {
    kk: 'Digital Nomad Residency үшін өтінішхат',
    ru: 'Ходатайство для Digital Nomad Residency',
    en: 'Petition for the Digital Nomad Residency',
  },
  RESIDENCE: {
    kk: 'Digital Nomad Residency бойынша тұру ықтиярхаты',
    ru: 'Вид на жительство по программе Digital Nomad Residency',
    en: 'Residence permit, Digital Nomad Residency',
  },
  COMPLAINT: {
    kk: 'Екі қызмет бойынша шағымдар',
    ru: 'Жалобы по обеим услугам',
    en: 'Complaints about both services',
  },
};

/** Who a number is formed for, shortly (A§4, A§6). */
export const categoryNames = {
  POTENTIAL_INVESTOR: { kk: 'Әлеуетті инвестор', ru: 'Потенциальный инвестор', en: 'Potential investor' },
  GOODS_MARKING_PARTICIPANT: {
    kk: 'Тауарларды таңбалауға қатысушы',
    ru: 'Участник маркировки товаров',
    en: 'Participant of goods marking',
  },
  SPOUSE_OF_CITIZEN: { kk: 'Азаматтың жұбайы', ru: 'Супруг(а) гражданина', en: 'Spouse of a citizen' },
  CHILD_OF_CITIZEN: { kk: 'Азаматтың баласы', ru: 'Ребёнок гражданина', en: 'Child of a citizen' },
  HEIR: { kk: 'Мұрагер', ru: 'Наследник', en: 'Heir' },
  DIGITAL_NOMAD: { kk: 'Цифрлық көшпенді', ru: 'Цифровой кочевник', en: 'Digital nomad' },
  PERSON_WITH_DISABILITY: { kk: 'Мүгедектігі бар адам', ru: 'Лицо с инвалидностью', en: 'Person with a disability' },
  AGE_65_PLUS: { kk: '65 жастан бастап', ru: 'Лицо от 65 лет', en: 'Aged 65 or more' },
  PLANT_PROTECTION_PRODUCER: {
    kk: 'Өсімдік қорғау құралдарын өндіруші',
    ru: 'Производитель средств защиты растений',
    en: 'Producer of plant protection products',
  },
  LEGAL_ENTITY_HEAD: {
    kk: 'Заңды тұлғаның басшысы',
    ru: 'Руководитель юридического лица',
    en: 'Head of a legal entity',
  },
  REPRESENTATION_STAFF: {
    kk: 'Шет мемлекет өкілдігінің қызметкері',
    ru: 'Сотрудник иностранного представительства',
    en: 'Staff of a foreign representation',
  },
} satisfies Record<string, Message>;

/** What cases of a service are grouped by, where they have categories: numbers by who they are formed for, complaints by the service complained of. */
export const categoriesOf: Partial<Record<keyof typeof serviceNames, Record<string, Message>>> = {
  IIN: categoryNames,
  COMPLAINT: { IIN: serviceNames.IIN, PETITION: serviceNames.PETITION, RESIDENCE: serviceNames.RESIDENCE },
};
