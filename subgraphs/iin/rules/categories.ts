import type { Message } from '../../kit/errors/languages.ts';
import { requiredDocuments as documents } from './requirements-documents.ts';
import type { Requirement } from './requirements.ts';

/** Who may get a number in the pilot (A§4, A§6). */
export const categories = [
  'POTENTIAL_INVESTOR',
  'GOODS_MARKING_PARTICIPANT',
  'SPOUSE_OF_CITIZEN',
  'CHILD_OF_CITIZEN',
  'HEIR',
  'DIGITAL_NOMAD',
  'PERSON_WITH_DISABILITY',
  'AGE_65_PLUS',
  'PLANT_PROTECTION_PRODUCER',
  'LEGAL_ENTITY_HEAD',
  'REPRESENTATION_STAFF',
] as const;

/** A category of applicants. */
export type Category = (typeof categories)[number];

/** Through whom an application goes: a mission abroad, or the MFA. */
export const channels = ['MISSION', 'MFA'] as const;

/** A mission abroad, or the MFA. */
export type Channel = (typeof channels)[number];

/** Full years on the day of application: at least, or less than. */
export type AgeCondition = { atLeast: number } | { under: number };

/** What a category asks for beside what everybody brings. */
export interface CategoryRule {
  /** Who it is for, in the words of A§4. */
  who: Message;
  channel: Channel;
  adds: Requirement;
  age?: AgeCondition;
}

const nothing: Requirement = { allOf: [] };

/** A child is younger than so many years. */
export const childUnder = 16;

/** The elderly are so many years old, or older. */
const elderlyFrom = 65;

/** What each category adds (A§4, A§6). */
export const categoryRules: Readonly<Record<Category, CategoryRule>> = {
  POTENTIAL_INVESTOR: {
    who: { kk: 'әлеуетті инвесторлар', ru: 'потенциальные инвесторы', en: 'potential investors' },
    channel: 'MISSION',
    adds: {
      oneOf: [
        documents.councilMembership,
        documents.investmentContract,
        documents.stateBodyRecommendation,
        documents.financialCentreRecommendation,
      ],
    },
  },
  GOODS_MARKING_PARTICIPANT: {
    who: {
      kk: 'тауарларды таңбалау және қадағалау шеңберінде тауарлар айналымына қатысушылар',
      ru: 'участники оборота товаров в рамках маркировки и прослеживаемости товаров',
      en: 'participants in the circulation of goods that are marked and traced',
    },
    channel: 'MISSION',
    adds: documents.markingAct,
  },
  SPOUSE_OF_CITIZEN: {
    who: {
      kk: 'Қазақстан Республикасы азаматтарының жұбайы болып табылатын шетел азаматтары',
      ru: 'иностранные граждане — супруги граждан Республики Казахстан',
      en: 'foreigners who are spouses of citizens of Kazakhstan',
    },
    channel: 'MISSION',
    adds: { allOf: [documents.marriageCertificate, documents.spouseIdentityDocument] },
  },
  CHILD_OF_CITIZEN: {
    who: {
      kk: `ата-анасының бірі Қазақстан Республикасының азаматы болып табылатын шет мемлекеттің балалары (${childUnder} жасқа дейін)`,
      ru: `дети иностранного государства, один из родителей которых — гражданин Республики Казахстан (до ${childUnder} лет)`,
      en: `children of a foreign state of whom one parent is a citizen of Kazakhstan (under ${childUnder})`,
    },
    channel: 'MISSION',
    adds: { allOf: [documents.birthCertificate, documents.parentIdentityDocument] },
    age: { under: childUnder },
  },
  HEIR: {
    who: {
      kk: 'мұраны қабылдауды жүзеге асыратын шетел азаматтары',
      ru: 'иностранные граждане, принимающие наследство',
      en: 'foreigners who accept an inheritance',
    },
    channel: 'MISSION',
    adds: { allOf: [documents.deathCertificate, documents.inheritanceProof] },
  },
  DIGITAL_NOMAD: {
    who: {
      kk: 'Digital Nomad Residency және Digital Nomad Visa бағдарламаларының әлеуетті қатысушылары',
      ru: 'потенциальные участники программ Digital Nomad Residency и Digital Nomad Visa',
      en: 'potential participants of the programmes Digital Nomad Residency and Digital Nomad Visa',
    },
    channel: 'MISSION',
    adds: {
      oneOf: [
        { allOf: [{ oneOf: [documents.diploma, documents.trainingCertificate] }, documents.portfolio] },
        documents.companyHeadAct,
      ],
    },
  },
  PERSON_WITH_DISABILITY: {
    who: {
      kk: 'мүгедектігі бар шетел азаматтары',
      ru: 'иностранные граждане с инвалидностью',
      en: 'foreigners with a disability',
    },
    channel: 'MISSION',
    adds: documents.disabilityCertificate,
  },
  AGE_65_PLUS: {
    who: {
      kk: `${elderlyFrom} жастан бастап шетел азаматтары`,
      ru: `иностранные граждане от ${elderlyFrom} лет`,
      en: `foreigners from the age of ${elderlyFrom}`,
    },
    channel: 'MISSION',
    adds: nothing,
    age: { atLeast: elderlyFrom },
  },
  PLANT_PROTECTION_PRODUCER: {
    who: {
      kk: 'өсімдіктерді қорғау құралдарының (пестицидтердің) өндірушілері мен тіркеушілері',
      ru: 'производители и регистранты средств защиты растений (пестицидов)',
      en: 'producers and registrants of plant protection products (pesticides)',
    },
    channel: 'MISSION',
    adds: documents.activityProof,
  },
  LEGAL_ENTITY_HEAD: {
    who: {
      kk: 'Қазақстан Республикасында тіркелген заңды тұлғалардың, филиалдардың және (немесе) өкілдіктердің басшылары болып табылатын шетел азаматтары',
      ru: 'иностранные граждане — руководители юридических лиц, филиалов и (или) представительств, зарегистрированных в Республике Казахстан',
      en: 'foreigners who head legal entities, branches or representations registered in Kazakhstan',
    },
    channel: 'MISSION',
    adds: documents.headAct,
  },
  REPRESENTATION_STAFF: {
    who: {
      kk: 'шет мемлекеттердің дипломатиялық өкілдіктерінің, консулдық мекемелерінің және халықаралық ұйымдардың қызметкерлері',
      ru: 'сотрудники дипломатических представительств и консульских учреждений иностранных государств и международных организаций',
      en: 'staff of the diplomatic representations and consular posts of foreign states and of international organisations',
    },
    channel: 'MFA',
    adds: nothing,
  },
};

/** All that somebody of a category brings: what everybody brings, then what the category adds (A§6). */
export function requirementsOf(category: Category): { allOf: readonly Requirement[] } {
  const { adds } = categoryRules[category];
  const added = 'allOf' in adds ? adds.allOf : [adds];
  return { allOf: [documents.applicationForm, documents.identityDocument, ...added] };
}
