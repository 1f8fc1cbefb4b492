import type { Message } from '../../../subgraphs/kit/errors/languages.ts';

/** What the invitation page says. */
export const texts = {
  place: { kk: 'Шақыру', ru: 'Приглашение', en: 'Invitation' },
  title: {
    kk: 'Қалай кіретініңізді таңдаңыз',
    ru: 'Выберите, как вы будете входить',
    en: 'Choose how you will sign in',
  },
  welcome: {
    kk: '{name}, бұл есептік жазба сізге арналған. Төмендегі екі тәсілдің бірін таңдаңыз.',
    ru: '{name}, эта учётная запись предназначена для вас. Выберите один из двух способов.',
    en: '{name}, this account is meant for you. Choose one of the two ways below.',
  },
  role: { kk: 'Рөлі', ru: 'Роль', en: 'Role' },
  office: { kk: 'Мекемесі', ru: 'Учреждение', en: 'Office' },
  problems: {
    kk: 'Мыналарды түзетіп, қайта жіберіңіз:',
    ru: 'Исправьте следующее и отправьте снова:',
    en: 'Correct the following, and send it again:',
  },
  withPassword: { kk: 'Құпиясөзбен және кодпен', ru: 'С паролем и кодом', en: 'With a password and a code' },
  email: { kk: 'Электрондық пошта', ru: 'Электронная почта', en: 'E-mail address' },
  emailHint: {
    kk: 'Осы мекенжаймен кіресіз.',
    ru: 'С этим адресом вы будете входить.',
    en: 'You sign in with this address.',
  },
  password: { kk: 'Жаңа құпиясөз', ru: 'Новый пароль', en: 'New password' },
  passwordHint: {
    kk: 'Кемінде {shortest} таңба. Бір-біріне қатысы жоқ бірнеше сөзді есте сақтау оңай, табу қиын.',
    ru: 'Не меньше {shortest} знаков. Несколько не связанных между собой слов легко запомнить и трудно угадать.',
    en: 'At least {shortest} characters. Several words that have nothing to do with each other are easy to keep in mind and hard to guess.',
  },
  passwordAgain: { kk: 'Құпиясөз тағы бір рет', ru: 'Пароль ещё раз', en: 'The password again' },
  app: { kk: 'Аутентификатор қолданбасы', ru: 'Приложение-аутентификатор', en: 'Authenticator app' },
  appMeaning: {
    kk: 'Құпиясөзден бөлек әр кіруге телефоныңыздағы қолданбаның коды керек. QR-кодты сол қолданбамен сканерлеңіз немесе кілтті теріңіз.',
    ru: 'Кроме пароля, для каждого входа нужен код из приложения на вашем телефоне. Отсканируйте им QR-код или введите ключ.',
    en: 'Besides the password, each sign-in needs a code from an app on your phone. Scan the QR code with it, or type the key in.',
  },
  qr: {
    kk: 'Аутентификатор қолданбасына арналған QR-код',
    ru: 'QR-код для приложения-аутентификатора',
    en: 'QR code for the authenticator app',
  },
  key: { kk: 'Кілт', ru: 'Ключ', en: 'Key' },
  onThisPhone: {
    kk: 'Осы құрылғыдағы қолданбада ашу',
    ru: 'Открыть в приложении на этом устройстве',
    en: 'Open in the app on this device',
  },
  code: { kk: 'Қолданба көрсеткен код', ru: 'Код, который показывает приложение', en: 'The code that the app shows' },
  accept: { kk: 'Құпиясөзді орнату', ru: 'Задать пароль', en: 'Set the password' },
  or: { kk: 'немесе', ru: 'или', en: 'or' },
  withSignature: {
    kk: 'Электрондық цифрлық қолтаңбамен',
    ru: 'С электронной цифровой подписью',
    en: 'With an electronic digital signature',
  },
  signatureMeaning: {
    kk: 'Қазір бір рет қол қойыңыз: содан кейін осы қолтаңбамен кіресіз, құпиясөз бен код керек болмайды.',
    ru: 'Подпишите сейчас один раз: после этого вы входите с этой подписью, без пароля и кода.',
    en: 'Sign once now: from then on you sign in with this signature, without a password or code.',
  },
} satisfies Record<string, Message>;

/** What can be wrong with what somebody chose. */
export const problemTexts = {
  PASSWORD_SHORT: {
    kk: 'Құпиясөз тым қысқа: кемінде {shortest} таңба керек.',
    ru: 'Пароль слишком короткий: нужно не меньше {shortest} знаков.',
    en: 'The password is too short: it needs at least {shortest} characters.',
  },
  PASSWORD_LONG: {
    kk: 'Құпиясөз тым ұзын. Қысқарағын таңдаңыз.',
    ru: 'Пароль слишком длинный. Выберите короче.',
    en: 'The password is too long. Choose a shorter one.',
  },
  PASSWORD_COMMON: {
    kk: 'Бұл құпиясөзді табу оңай. Бір-біріне қатысы жоқ сөздерді алыңыз; атыңыз бен поштаңызды қоспаңыз.',
    ru: 'Такой пароль легко угадать. Возьмите слова, не связанные между собой; без имени и адреса почты.',
    en: 'This password is easy to guess. Take words that have nothing to do with each other, and neither your name nor your address.',
  },
  PASSWORDS_DIFFER: {
    kk: 'Екі құпиясөз бірдей емес. Екеуін де қайта теріңіз.',
    ru: 'Пароли не совпадают. Введите оба ещё раз.',
    en: 'The two passwords differ. Type both again.',
  },
  CODE_WRONG: {
    kk: 'Код дұрыс емес. Қолданба дәл қазір көрсетіп тұрған кодты теріңіз; телефонның уақыты дұрыс қойылғанын тексеріңіз.',
    ru: 'Код неверен. Введите код, который приложение показывает сейчас; проверьте, верно ли идут часы телефона.',
    en: 'The code is wrong. Type the one that the app shows just now, and check that the clock of the phone is right.',
  },
  SIGNATURE_INVALID: {
    kk: 'Қолтаңба қабылданбады. Кілт сіздікі әрі мерзімі өтпегенін тексеріп, қайта қол қойыңыз.',
    ru: 'Подпись не принята. Проверьте, что ключ ваш и его срок не истёк, и подпишите снова.',
    en: 'The signature was not accepted. Check that the key is yours and has not expired, and sign again.',
  },
} satisfies Record<string, Message>;
