import type { Message } from '../../kit/errors/languages.ts';
import type { AgeCondition, Channel } from './categories.ts';
import { partsOf } from './requirements.ts';
import type { AttestationRule, Presentation, RequiredDocument, Requirement, TranslationRule } from './requirements.ts';

/** How people say where to apply (A§1, A§4, A§6); that a parent comes for a child is a policy. */
export const placeTexts: Record<Channel, Message> = {
  MISSION: {
    kk: 'Қазақстан Республикасының шетелдегі мекемесіне (елшілікке немесе консулдыққа) жеке өзіңіз келіңіз; бала үшін ата-анасының бірі келеді.',
    ru: 'Обратитесь лично в загранучреждение Республики Казахстан (посольство или консульство); за ребёнка обращается один из родителей.',
    en: 'Come in person to a mission of Kazakhstan abroad (an embassy or a consulate); for a child, one parent comes.',
  },
  MFA: {
    kk: 'Қазақстан Республикасының Сыртқы істер министрлігіне жеке өзіңіз келіңіз.',
    ru: 'Обратитесь лично в Министерство иностранных дел Республики Казахстан.',
    en: 'Come in person to the Ministry of Foreign Affairs of Kazakhstan.',
  },
};

const presentationTexts: Record<Presentation, Message> = {
  COPY_WITH_ORIGINAL: {
    kk: 'көшірмесі және салыстыру үшін түпнұсқасы',
    ru: 'копия и оригинал для сверки',
    en: 'a copy, and the original for comparison',
  },
  ORIGINAL: { kk: 'түпнұсқасы', ru: 'оригинал', en: 'the original' },
  COPY: { kk: 'көшірмесі', ru: 'копия', en: 'a copy' },
  FOR_COMPARISON: { kk: 'салыстыру үшін', ru: 'для сверки', en: 'for comparison' },
  DOCUMENT: { kk: 'құжаттың өзі', ru: 'сам документ', en: 'the document itself' },
};

const notExpired: Message = {
  kk: 'өтініш берілген күні мерзімі өтпеген',
  ru: 'с неистёкшим в день обращения сроком действия',
  en: 'not expired on the day of application',
};

const attestationTexts: Record<AttestationRule, Message | null> = {
  NEVER: null,
  WHEN_SEALED: {
    kk: 'шет мемлекеттің құзыретті мекемесі немесе арнайы уәкілетті тұлғасы беріп не куәландырып, елтаңбалы мөрмен бекітсе – заңдастырылған немесе апостиль қойылған (Минск немесе Кишинев конвенциясына қатысушы мемлекеттердікі – онсыз)',
    ru: 'если выдано или засвидетельствовано компетентным учреждением иностранного государства или специально уполномоченным лицом и скреплено гербовой печатью — с легализацией или апостилем (государств — участников Минской или Кишинёвской конвенции — без них)',
    en: "if a foreign state's competent body, or a person specially authorised, issued or certified it and sealed it with the coat of arms: legalised or apostilled (that of parties to the Minsk or the Chisinau convention: without)",
  },
  ALWAYS: {
    kk: 'шетелде берілсе – заңдастырылған немесе апостиль қойылған (Минск немесе Кишинев конвенциясына қатысушы мемлекеттердікі – онсыз)',
    ru: 'если выдано за границей — с легализацией или апостилем (государств — участников Минской или Кишинёвской конвенции — без них)',
    en: 'if issued abroad: legalised or apostilled (that of parties to the Minsk or the Chisinau convention: without)',
  },
};

const translationTexts: Record<TranslationRule, Message | null> = {
  NEVER: null,
  WHEN_WHOLLY_FOREIGN: {
    kk: 'толығымен шет тілінде болса – аудармашы немесе аударма ұйымы куәландырған қазақ немесе орыс тіліндегі аудармасымен',
    ru: 'если полностью на иностранном языке — с переводом на казахский или русский язык, заверенным переводчиком или переводческой организацией',
    en: 'if wholly in a foreign language: with a translation into Kazakh or Russian that a translator or a translation organisation certified',
  },
  WHEN_DETAILS_MISSING: {
    kk: 'тегі, аты, әкесінің аты (бар болса) немесе туған жері кириллицамен де, латынша да жазылмаса – нотариалды куәландырылған аудармасымен',
    ru: 'если фамилии, имени, отчества (при наличии) или места рождения нет на кириллице или латинице — с нотариально заверенным переводом',
    en: 'if the surname, given name, patronymic (if any) or place of birth is in neither Cyrillic nor Latin letters: with a notarised translation',
  },
};

/** How a document is brought, and all that is asked of it, in words. */
export function conditionsOf({ presentation, attestation, translation }: RequiredDocument): Message {
  const conditions = [
    presentationTexts[presentation],
    notExpired,
    attestationTexts[attestation],
    translationTexts[translation],
  ];
  return joined(
    conditions.filter((condition) => condition !== null),
    { kk: '; ', ru: '; ', en: '; ' },
  );
}

/** The age that a category asks for, in words. */
export function ageText(age: AgeCondition): Message {
  if ('under' in age)
    return {
      kk: `өтініш берілген күні ${age.under} жасқа толмаған`,
      ru: `в день обращения младше ${age.under} лет`,
      en: `under ${age.under} on the day of application`,
    };
  return {
    kk: `өтініш берілген күні ${age.atLeast} жасқа толған`,
    ru: `в день обращения ${age.atLeast} лет или старше`,
    en: `${age.atLeast} or older on the day of application`,
  };
}

const groupTexts = {
  allOf: { kk: 'барлығы', ru: 'всё из перечисленного', en: 'all of these' },
  oneOf: { kk: 'мыналардың бірі', ru: 'одно из перечисленного', en: 'one of these' },
};

/** What a document is, or whether all or one of the parts is asked for. */
export function headingOf(requirement: Requirement): Message {
  if ('kind' in requirement) return fullName(requirement);
  return groupTexts['allOf' in requirement ? 'allOf' : 'oneOf'];
}

/** A whole requirement in one phrase, its documents by their names; groups within groups stand in brackets. */
export function wordsOf(requirement: Requirement): Message {
  if ('kind' in requirement) return requirement.name;
  const parts = partsOf(requirement).map((part) =>
    partsOf(part).length > 1 ? bracketed(wordsOf(part)) : wordsOf(part),
  );
  return joined(
    parts,
    'allOf' in requirement ? { kk: ' және ', ru: ' и ', en: ' and ' } : { kk: '; немесе ', ru: '; или ', en: '; or ' },
  );
}

function fullName({ name, detail }: RequiredDocument): Message {
  return detail ? joined([name, bracketed(detail)], { kk: ' ', ru: ' ', en: ' ' }) : name;
}

function bracketed({ kk, ru, en }: Message): Message {
  return { kk: `(${kk})`, ru: `(${ru})`, en: `(${en})` };
}

function joined(texts: readonly Message[], between: Message): Message {
  const join = (language: keyof Message) => texts.map((text) => text[language]).join(between[language]);
  return { kk: join('kk'), ru: join('ru'), en: join('en') };
}
