import type { Message } from '../../kit/errors/languages.ts';

/** What can be wrong with an account or with what is to be done with it, and how it is said. */
export const accountProblems = {
  ROLE_NOT_MANAGED: {
    kk: 'Бұл рөлдің тіркелгілерін сіз жасамайсыз.',
    ru: 'Учётные записи этой роли создаёте не вы.',
    en: 'Accounts of this role are not yours to create.',
  },
  OFFICE_DOES_NOT_FIT: {
    kk: 'Бұл рөл мұндай мекемеге жатпайды.',
    ru: 'Эта роль не относится к такому учреждению.',
    en: 'This role does not belong to such an office.',
  },
  NAME_EMPTY: { kk: 'Аты-жөні керек.', ru: 'Нужно имя.', en: 'A name is needed.' },
  OWN_ACCOUNT: {
    kk: 'Өз тіркелгіңізді өзіңіз өзгерте алмайсыз.',
    ru: 'Своей учётной записью вы не распоряжаетесь.',
    en: 'Nobody manages the own account.',
  },
  EMAIL_MISSING: {
    kk: 'Бұл тіркелгінің электрондық поштасы жоқ.',
    ru: 'У этой учётной записи нет электронной почты.',
    en: 'This account has no e-mail address.',
  },
  LAST_ADMINISTRATOR: {
    kk: 'Бұл – Мемлекеттік корпорацияның соңғы белсенді әкімшісі.',
    ru: 'Это последний активный администратор Государственной корпорации.',
    en: 'This is the last active administrator of the State Corporation.',
  },
} as const satisfies Record<string, Message>;

/** What can be wrong with a partner client, and how it is said. */
export const partnerClientProblems = {
  SCOPES_EMPTY: {
    kk: 'Кемінде бір рұқсат керек.',
    ru: 'Нужно хотя бы одно разрешение.',
    en: 'Give at least one scope.',
  },
  SCOPE_UNKNOWN: {
    kk: 'Мұндай рұқсат жоқ. Барлары: {known}.',
    ru: 'Такого разрешения нет. Есть: {known}.',
    en: 'There is no such scope. There are: {known}.',
  },
  KEYS_ONE_WAY: {
    kk: 'Ашық кілттерді не олардың мекенжайын беріңіз: екеуінің бірін.',
    ru: 'Укажите открытые ключи или их адрес: что-то одно.',
    en: 'Give the public keys, or the address of them: one of the two.',
  },
  JWKS_URL_INVALID: {
    kk: 'Кілттердің мекенжайы https:// деп басталады, онда құпиясөз де, # белгісі де болмайды.',
    ru: 'Адрес ключей начинается с https:// и не содержит ни пароля, ни знака #.',
    en: 'The address of the keys begins with https://, without a password and without #.',
  },
  JWKS_INVALID: {
    kk: 'Бұл JSON Web Key Set емес.',
    ru: 'Это не JSON Web Key Set.',
    en: 'This is no JSON Web Key Set.',
  },
  JWKS_EMPTY: {
    kk: 'Жиында бірде-бір кілт жоқ.',
    ru: 'В наборе нет ни одного ключа.',
    en: 'There is no key in the set.',
  },
  KEY_PRIVATE: {
    kk: 'Бұл – жабық кілт. Оны ешкімге бермеңіз: ауыстырып, жаңасының ашық бөлігін ғана жіберіңіз.',
    ru: 'Это закрытый ключ. Его нельзя передавать никому: замените его и пришлите только открытую часть нового.',
    en: 'This is a private key. It is for nobody else: replace it, and send the public part of the new one only.',
  },
  KEY_SYMMETRIC: {
    kk: 'Симметриялы кілттер қабылданбайды.',
    ru: 'Симметричные ключи не принимаются.',
    en: 'Symmetric keys are not taken.',
  },
  KEY_ALGORITHM: {
    kk: 'Тек ES256 (P-256) және EdDSA (Ed25519) кілттері қабылданады.',
    ru: 'Принимаются только ключи ES256 (P-256) и EdDSA (Ed25519).',
    en: 'Only keys for ES256 (P-256) and EdDSA (Ed25519) are taken.',
  },
  KEY_USE: {
    kk: 'Бұл кілт қолтаңбаны тексеруге арналмаған.',
    ru: 'Этот ключ не предназначен для проверки подписи.',
    en: 'This key is not for verifying signatures.',
  },
  KEY_ID_MISSING: { kk: 'Кілттің аты (kid) керек.', ru: 'Нужно имя ключа (kid).', en: 'The key needs a name (kid).' },
  KEY_ID_REPEATED: {
    kk: 'Бұл атпен (kid) басқа кілт бар.',
    ru: 'Такое имя (kid) уже есть у другого ключа.',
    en: 'Another key has the same name (kid).',
  },
  KEY_INVALID: {
    kk: 'Кілттің координаталары қисықтың нүктесі емес.',
    ru: 'Координаты ключа не являются точкой кривой.',
    en: 'The coordinates of the key are no point of its curve.',
  },
  EXPIRY_PAST: {
    kk: 'Мерзімі болашақта аяқталуы керек.',
    ru: 'Срок должен заканчиваться в будущем.',
    en: 'The expiry has to be in the future.',
  },
  EXPIRY_TOO_FAR: {
    kk: 'Мерзімі ең көбі {years} жыл.',
    ru: 'Срок не больше {years} лет.',
    en: 'The expiry is {years} years ahead at the most.',
  },
} as const satisfies Record<string, Message>;
