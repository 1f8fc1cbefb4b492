import type { Message } from '../../../subgraphs/kit/errors/languages.ts';

/** What the sign-in page says. */
export const texts = {
  place: { kk: 'Кіру', ru: 'Вход', en: 'Signing in' },
  title: { kk: 'Жүйеге кіру', ru: 'Вход в систему', en: 'Sign in' },
  client: {
    kk: '«{client}» қолданбасында жұмысты жалғастыру үшін',
    ru: 'Чтобы продолжить в «{client}»',
    en: 'To continue in “{client}”',
  },
  email: { kk: 'Электрондық пошта', ru: 'Электронная почта', en: 'E-mail address' },
  password: { kk: 'Құпиясөз', ru: 'Пароль', en: 'Password' },
  code: { kk: 'Бір реттік код', ru: 'Одноразовый код', en: 'One-time code' },
  codeHint: {
    kk: 'Аутентификатор қолданбасындағы алты цифр.',
    ru: 'Шесть цифр из приложения-аутентификатора.',
    en: 'The six digits in your authenticator app.',
  },
  noApp: {
    kk: 'Қолданбаны аша алмайсыз ба?',
    ru: 'Нет доступа к приложению?',
    en: 'No access to the app?',
  },
  recoveryCode: { kk: 'Қалпына келтіру коды', ru: 'Код восстановления', en: 'Recovery code' },
  recoveryHint: {
    kk: 'Бір реттік кодтың орнына; әрқайсысы бір рет жарайды.',
    ru: 'Вместо одноразового кода; каждый действует один раз.',
    en: 'In place of the one-time code; each works once.',
  },
  signIn: { kk: 'Кіру', ru: 'Войти', en: 'Sign in' },
  or: { kk: 'немесе', ru: 'или', en: 'or' },
  signature: {
    kk: 'Электрондық цифрлық қолтаңбамен',
    ru: 'С электронной цифровой подписью',
    en: 'With an electronic digital signature',
  },
  signatureMeaning: {
    kk: 'Құпиясөз бен код керек емес. Кілтіңіз компьютеріңізден шықпайды.',
    ru: 'Пароль и код не нужны. Ключ не покидает ваш компьютер.',
    en: 'No password and no code are needed. Your key never leaves your computer.',
  },
  wrong: {
    kk: 'Электрондық пошта, құпиясөз немесе код дұрыс емес. Үшеуін де тексеріңіз; әр код бір рет қана жарайды.',
    ru: 'Адрес почты, пароль или код неверны. Проверьте все три; каждый код действует только один раз.',
    en: 'The e-mail address, the password or the code is wrong. Check all three; each code works only once.',
  },
  tryLater: {
    kk: 'Әрекет тым көп болды. Кейінірек қайталап көріңіз.',
    ru: 'Слишком много попыток. Попробуйте позже.',
    en: 'Too many attempts. Try again later.',
  },
  tryLaterAt: {
    kk: 'Әрекет тым көп болды. Мына уақыттан кейін қайталап көріңіз: {moment} (Астана уақыты, UTC+5).',
    ru: 'Слишком много попыток. Попробуйте снова после: {moment} (время Астаны, UTC+5).',
    en: 'Too many attempts. Try again after {moment} (Astana time, UTC+5).',
  },
  signatureInvalid: {
    kk: 'Қолтаңба қабылданбады.',
    ru: 'Подпись не принята.',
    en: 'The signature was not accepted.',
  },
  demo: {
    kk: 'Сынақ режимі — ойдан шығарылған адамдар',
    ru: 'Пробный режим — вымышленные люди',
    en: 'Demo mode — invented people',
  },
  demoAccount: { kk: 'Кімнің атынан кіресіз', ru: 'От чьего имени войти', en: 'Whom to sign in as' },
  demoSignIn: { kk: 'Құпиясөзсіз кіру', ru: 'Войти без пароля', en: 'Sign in without a password' },
  warning: {
    kk: 'Құпиясөз бен кодтарды ешкімге айтпаңыз — қызмет мамандары оларды ешқашан сұрамайды.',
    ru: 'Никому не сообщайте пароль и коды — сотрудники службы никогда о них не спрашивают.',
    en: 'Never tell anybody your password or your codes: nobody of this service will ask for them.',
  },
} satisfies Record<string, Message>;
