import type { Message } from '../../../subgraphs/kit/errors/languages.ts';

/** What happened, in a few words. */
export const headlines = {
  INVITATION_USED_OR_EXPIRED: {
    kk: 'Бұл сілтеме енді жарамсыз',
    ru: 'Эта ссылка больше не действует',
    en: 'This link no longer works',
  },
  INVITATION_ACCEPTED: { kk: 'Бәрі дайын', ru: 'Всё готово', en: 'You are all set' },
  ACCOUNT_NOT_ACTIVE: {
    kk: 'Бұл есептік жазбамен кіруге болмайды',
    ru: 'С этой учётной записью войти нельзя',
    en: 'This account cannot be signed in to',
  },
  SIGN_IN_EXPIRED: { kk: 'Кіру уақыты өтіп кетті', ru: 'Время для входа истекло', en: 'This sign-in has expired' },
  SIGNED_OUT: { kk: 'Сіз жүйеден шықтыңыз', ru: 'Вы вышли из системы', en: 'You are signed out' },
  ERROR: { kk: 'Қате болды', ru: 'Произошла ошибка', en: 'Something went wrong' },
  FORBIDDEN_CLIENT: {
    kk: 'Бұл қолданба арқылы кіруге болмайды',
    ru: 'Через это приложение войти нельзя',
    en: 'This application cannot sign you in',
  },
} satisfies Record<string, Message>;

/** Why, and what to do next. */
export const explanations: Record<keyof typeof headlines, Message> = {
  INVITATION_USED_OR_EXPIRED: {
    kk: 'Ол бұрын пайдаланылған немесе мерзімі өткен. Оны өзіңіз пайдалансаңыз, жұмыс қолданбасын ашып, кіріңіз. Әйтпесе, есептік жазбаңызды ашқан адамнан жаңа шақыру сұраңыз.',
    ru: 'Она уже использована, или её срок истёк. Если вы сами ею воспользовались, откройте рабочее приложение и войдите. Если нет, попросите новое приглашение у того, кто создал вашу учётную запись.',
    en: 'It has been used, or its term is over. If it was you who used it, open the application that you work with and sign in. If not, ask whoever made your account for a new invitation.',
  },
  INVITATION_ACCEPTED: {
    kk: 'Жұмыс қолданбасын ашып, таңдаған тәсіліңізбен кіріңіз. Бұл бетті жабуға болады.',
    ru: 'Откройте рабочее приложение и войдите выбранным способом. Эту страницу можно закрыть.',
    en: 'Open the application that you work with, and sign in the way that you chose. You can close this page.',
  },
  ACCOUNT_NOT_ACTIVE: {
    kk: 'Ол бұғатталған немесе жойылған. Мекемеңізде есептік жазбаларды жүргізетін адамға хабарласыңыз.',
    ru: 'Она заблокирована или удалена. Обратитесь к тому, кто ведёт учётные записи вашего учреждения.',
    en: 'It is blocked or deleted. Turn to whoever manages the accounts of your office.',
  },
  SIGN_IN_EXPIRED: {
    kk: 'Тым ұзақ уақыт өтті немесе кіру басқа терезеде басталған. Қолданбаға оралып, қайтадан кіріңіз.',
    ru: 'Прошло слишком много времени, или вход начат в другом окне. Вернитесь в приложение и войдите снова.',
    en: 'It took too long, or was begun in another window. Go back to the application and sign in again.',
  },
  SIGNED_OUT: {
    kk: 'Бұл бетті жабуға болады. Қайта кіру үшін жұмыс қолданбасын ашыңыз.',
    ru: 'Эту страницу можно закрыть. Чтобы войти снова, откройте рабочее приложение.',
    en: 'You can close this page. To sign in again, open the application that you work with.',
  },
  ERROR: {
    kk: 'Қолданбаға оралып, қайталап көріңіз. Қате қайталанса, қолдау қызметіне хабарласыңыз.',
    ru: 'Вернитесь в приложение и повторите. Если ошибка повторится, обратитесь в службу поддержки.',
    en: 'Go back to the application and try again. If it happens again, turn to the support.',
  },
  FORBIDDEN_CLIENT: {
    kk: 'Ол жүйеге белгісіз немесе оған мұндай рұқсат берілмеген. Өзіңізге берілген қолданбаны ашыңыз; мәселе қайталанса, оның иесіне хабарласыңыз.',
    ru: 'Оно неизвестно системе, или ему это не разрешено. Откройте приложение, которое вам предоставили; если это оно и есть, обратитесь к его владельцу.',
    en: 'It is not known here, or may not do this. Open the application that you were given; if this is the one, turn to whoever runs it.',
  },
};
