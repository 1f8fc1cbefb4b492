import type { RequiredDocument } from './requirements.ts';

/** More than so many years of experience stand in the portfolio of an IT specialist. */
const experienceOverYears = 3;

/** At least so many years the head of an IT company is in the position. */
const yearsInPosition = 1;

const usual = { presentation: 'COPY_WITH_ORIGINAL', attestation: 'WHEN_SEALED', translation: 'NEVER' } as const;

/** Every document that A§6 names, as the order words it. Identity documents need neither legalisation nor apostille. */
export const requiredDocuments = {
  applicationForm: {
    ...usual,
    kind: 'APPLICATION_FORM',
    name: {
      kk: 'қол қойылған өтініш',
      ru: 'подписанное заявление',
      en: 'the signed application',
    },
    detail: {
      kk: 'Алгоритмге 1-қосымшадағы нысан, дербес деректерді өңдеуге келісіммен',
      ru: 'форма в приложении 1 к Алгоритму, с согласием на обработку персональных данных',
      en: 'the form of Annex 1 to the Algorithm, with the consent to personal data processing',
    },
    presentation: 'DOCUMENT',
    attestation: 'NEVER',
  },
  identityDocument: {
    ...usual,
    kind: 'IDENTITY_DOCUMENT',
    name: {
      kk: 'жеке басты куәландыратын құжат',
      ru: 'документ, удостоверяющий личность',
      en: 'the identity document',
    },
    detail: {
      kk: 'халықаралық шарттарда өзгеше тәртіп белгіленбесе, жарамды шетелдік паспорт',
      ru: 'действительный заграничный паспорт, если международными договорами не установлено иное',
      en: 'a valid foreign passport, unless an international treaty says otherwise',
    },
    attestation: 'NEVER',
    translation: 'WHEN_DETAILS_MISSING',
  },
  councilMembership: {
    ...usual,
    kind: 'FOREIGN_INVESTORS_COUNCIL_MEMBERSHIP',
    name: {
      kk: 'Қазақстан Республикасы Президенті жанындағы Шетелдік инвесторлар кеңесінің мүшелігін растайтын құжат',
      ru: 'документ о членстве в Совете иностранных инвесторов при Президенте Республики Казахстан',
      en: "a proof of membership of the Foreign Investors' Council under the President of Kazakhstan",
    },
  },
  investmentContract: {
    ...usual,
    kind: 'INVESTMENT_CONTRACT',
    name: {
      kk: 'Қазақстан Республикасының инвестициялар жөніндегі уәкілетті органы жасаған инвестициялық шарт',
      ru: 'инвестиционный контракт, заключённый уполномоченным органом Республики Казахстан по инвестициям',
      en: 'an investment contract made by the authorised investment body of Kazakhstan',
    },
  },
  stateBodyRecommendation: {
    ...usual,
    kind: 'STATE_BODY_RECOMMENDATION',
    name: {
      kk: 'Қазақстан Республикасының аумағында инвестициялық жобаның іске асырылуын растайтын мемлекеттік органдардың немесе квазимемлекеттік сектор субъектілерінің ұсынымы',
      ru: 'рекомендация государственных органов или субъектов квазигосударственного сектора, подтверждающая реализацию инвестиционного проекта на территории Республики Казахстан',
      en: 'a recommendation of state bodies or quasi-state entities that confirms that you carry out an investment project in Kazakhstan',
    },
    presentation: 'ORIGINAL',
  },
  financialCentreRecommendation: {
    ...usual,
    kind: 'AIFC_RECOMMENDATION',
    name: {
      kk: 'инвестициялық жобаны іске асыру үшін «Астана» халықаралық қаржы орталығының қатысушысы ретінде тіркеу рәсімдерін растайтын осы орталықтың ұсынымы',
      ru: 'рекомендация Международного финансового центра «Астана», подтверждающая прохождение регистрации его участником для реализации инвестиционного проекта',
      en: 'a recommendation of the Astana International Financial Centre that confirms the registration procedures as its participant for an investment project',
    },
    presentation: 'ORIGINAL',
  },
  markingAct: {
    ...usual,
    kind: 'APPOINTMENT_ACT',
    name: {
      kk: 'ұйымның бірінші басшысын тағайындау туралы және (немесе) қызметкеріне арналған ішкі құжаты',
      ru: 'внутренний документ организации о назначении первого руководителя и (или) о работнике',
      en: "the organisation's internal act on the appointment of its first head and/or on the employee",
    },
    detail: {
      kk: 'тауарларды таңбалауға байланысты лауазымдық міндеттері және таңбаланатын тауарлардың тізбесі көрсетіледі',
      ru: 'с должностными обязанностями, связанными с маркировкой, и перечнем маркируемых товаров',
      en: 'with the duties connected with marking and the list of goods',
    },
  },
  marriageCertificate: {
    ...usual,
    kind: 'MARRIAGE_CERTIFICATE',
    name: {
      kk: 'неке қию (ерлі-зайыптылық) туралы куәлік',
      ru: 'свидетельство о заключении брака (супружестве)',
      en: 'the marriage certificate',
    },
    attestation: 'ALWAYS',
    translation: 'WHEN_WHOLLY_FOREIGN',
  },
  spouseIdentityDocument: {
    ...usual,
    kind: 'SPOUSE_IDENTITY_DOCUMENT',
    name: {
      kk: 'жұбайыңыздың жеке басын куәландыратын құжат',
      ru: 'документ, удостоверяющий личность супруга или супруги',
      en: "your spouse's identity document",
    },
    detail: { kk: 'өзіңіздікімен қоса', ru: 'вместе с вашим собственным', en: 'beside your own' },
    attestation: 'NEVER',
  },
  birthCertificate: {
    ...usual,
    kind: 'BIRTH_CERTIFICATE',
    name: { kk: 'туу туралы куәлік', ru: 'свидетельство о рождении', en: 'the birth certificate' },
    presentation: 'DOCUMENT',
  },
  parentIdentityDocument: {
    ...usual,
    kind: 'PARENT_IDENTITY_DOCUMENT',
    name: {
      kk: 'ата-анасының бірінің жеке басын куәландыратын және Қазақстан Республикасының азаматтығын растайтын құжат',
      ru: 'документ одного из родителей, удостоверяющий личность и подтверждающий гражданство Республики Казахстан',
      en: "one parent's identity document, which proves the citizenship of Kazakhstan",
    },
    attestation: 'NEVER',
    shows: { citizenshipOf: 'KAZ' },
  },
  deathCertificate: {
    ...usual,
    kind: 'DEATH_CERTIFICATE',
    name: {
      kk: 'мұра қалдырушының қайтыс болғаны туралы куәлік',
      ru: 'свидетельство о смерти наследодателя',
      en: 'the death certificate of the testator',
    },
  },
  inheritanceProof: {
    ...usual,
    kind: 'INHERITANCE_PROOF',
    name: {
      kk: 'мұрагерлікке құқықты растайтын құжаттар',
      ru: 'документы, подтверждающие право на наследование',
      en: 'documents on the right to inherit',
    },
    detail: {
      kk: 'некелік және туыстық қатынастар, өсиет немесе сот шешімі',
      ru: 'брачные и родственные отношения, завещание или решение суда',
      en: 'marital and family relations, a will, or a court decision',
    },
    presentation: 'COPY',
  },
  diploma: {
    ...usual,
    kind: 'IT_DIPLOMA',
    name: { kk: 'IT білімі туралы диплом', ru: 'диплом об IT-образовании', en: 'an IT diploma' },
  },
  trainingCertificate: {
    ...usual,
    kind: 'IT_TRAINING_CERTIFICATE',
    name: {
      kk: 'IT саласындағы біліктілікті арттыру туралы сертификат',
      ru: 'сертификат о повышении квалификации в сфере IT',
      en: 'a certificate of advanced training in IT',
    },
  },
  portfolio: {
    ...usual,
    kind: 'IT_PORTFOLIO',
    name: {
      kk: `IT саласындағы ${experienceOverYears} жылдан астам жұмыс тәжірибесі бар портфолио`,
      ru: `портфолио в сфере IT с опытом работы более ${experienceOverYears} лет`,
      en: `an IT portfolio with more than ${experienceOverYears} years of experience`,
    },
    presentation: 'FOR_COMPARISON',
    shows: { experienceOverYears },
  },
  companyHeadAct: {
    ...usual,
    kind: 'APPOINTMENT_ACT',
    name: {
      kk: `IT-компанияның бірінші басшысын тағайындау туралы ішкі құжат, осы позицияда кемінде ${yearsInPosition} жыл`,
      ru: `внутренний документ IT-компании о назначении первого руководителя, в этой позиции не менее ${yearsInPosition} года`,
      en: `the internal act of the IT company on the appointment of its first head, in the position for at least ${yearsInPosition} year`,
    },
    detail: {
      kk: 'IT-компания басшылары үшін',
      ru: 'для руководителей IT-компаний',
      en: 'for heads of IT companies',
    },
    shows: { yearsInPosition },
  },
  disabilityCertificate: {
    ...usual,
    kind: 'DISABILITY_CERTIFICATE',
    name: {
      kk: 'мүгедектікті растайтын медициналық анықтама',
      ru: 'медицинская справка, подтверждающая инвалидность',
      en: 'the medical certificate of disability',
    },
  },
  activityProof: {
    ...usual,
    kind: 'ACTIVITY_PROOF',
    name: {
      kk: 'сауда тізілімінен үзінді немесе қызмет түрін растайтын өзге де құжат',
      ru: 'выписка из торгового реестра или иной документ, подтверждающий вид деятельности',
      en: 'an extract from the trade register or another proof of the activity',
    },
    detail: {
      kk: 'өсімдіктерді қорғау құралдарын өндіруге лицензия, оларды тіркеу туралы тіркеу куәлігі немесе тіркеу сынақтары жоспарына енгізу туралы растама',
      ru: 'лицензия на производство средств защиты растений, удостоверение об их регистрации или подтверждение включения в план регистрационных испытаний',
      en: 'a licence for making plant protection products, the certificate of their registration, or the confirmation of inclusion in the plan of registration trials',
    },
    presentation: 'DOCUMENT',
  },
  headAct: {
    ...usual,
    kind: 'APPOINTMENT_ACT',
    name: {
      kk: 'басшылық лауазымға тағайындалғанын растайтын құжат',
      ru: 'документ, подтверждающий назначение на руководящую должность',
      en: 'the act of appointment as head',
    },
    detail: {
      kk: 'құрылтайшылардың шешімі, тағайындау туралы бұйрық',
      ru: 'решение учредителей, приказ о назначении',
      en: "the founders' decision, the order of appointment",
    },
  },
} as const satisfies Record<string, RequiredDocument>;
