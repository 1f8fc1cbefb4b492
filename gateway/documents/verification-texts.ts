import type { Message } from '../../subgraphs/kit/errors/languages.ts';
import { specimenText } from '../../subgraphs/kit/pages/specimen.ts';

/** What the page can say of a document: what is known of it, that nothing is, or that nobody could be asked. */
export type Verdict = 'VALID' | 'REPLACED' | 'REVOKED' | 'UNKNOWN' | 'UNREACHABLE';

/** The verdict in a word that can't be misread from a step away. */
export const headlines: Record<Verdict, Message> = {
  VALID: { kk: 'Құжат жарамды', ru: 'Документ действителен', en: 'The document is valid' },
  REPLACED: { kk: 'Құжат ауыстырылған', ru: 'Документ заменён', en: 'The document has been replaced' },
  REVOKED: { kk: 'Құжаттың күші жойылған', ru: 'Документ отозван', en: 'The document has been revoked' },
  UNKNOWN: { kk: 'Мұндай құжат белгісіз', ru: 'Такой документ неизвестен', en: 'No such document is known' },
  UNREACHABLE: {
    kk: 'Қазір тексеру мүмкін емес',
    ru: 'Сейчас проверить невозможно',
    en: 'It cannot be checked now',
  },
};

/** What follows from it for who holds the paper in their hand. */
export const explanations: Record<Verdict, Message> = {
  VALID: {
    kk: 'Құжатты осы қызмет берген және ол күшінде. Қағаздағы деректерді иесінің жеке басын куәландыратын құжатымен салыстырыңыз.',
    ru: 'Документ выдан этой службой и имеет силу. Сверьте данные на бумаге с документом, удостоверяющим личность владельца.',
    en: 'This service issued the document, and it is in force. Compare what the paper says with the identity document of its holder.',
  },
  REPLACED: {
    kk: 'Құжатты осы қызмет берген, бірақ оның орнына жаңасы берілді. Иесінен жаңа құжатты сұраңыз.',
    ru: 'Документ выдан этой службой, но вместо него уже выдан новый. Попросите у владельца новый документ.',
    en: 'This service issued the document, but a newer one has taken its place. Ask its holder for the newer one.',
  },
  REVOKED: {
    kk: 'Құжатты осы қызмет берген, бірақ ол енді күшінде емес. Оны қабылдамаңыз.',
    ru: 'Документ выдан этой службой, но больше не имеет силы. Не принимайте его.',
    en: 'This service issued the document, but it is no longer in force. Do not accept it.',
  },
  UNKNOWN: {
    kk: 'Бұл кодпен осы қызмет құжат берген жоқ. Кодты қайта сканерлеп көріңіз; нәтиже өзгермесе, құжатты қабылдамаңыз.',
    ru: 'С этим кодом служба документа не выдавала. Отсканируйте код ещё раз; если ответ не изменится, не принимайте документ.',
    en: 'This service issued no document with this code. Scan the code once more; if the answer stays the same, do not accept the document.',
  },
  UNREACHABLE: {
    kk: 'Бұл құжат туралы ештеңе білдірмейді. Бірнеше минуттан кейін қайталаңыз.',
    ru: 'Это ничего не говорит о документе. Повторите через несколько минут.',
    en: 'This says nothing about the document. Try again in a few minutes.',
  },
};

/** The kinds of document that carry a code. */
export const documentKinds: Record<string, Message> = {
  REGISTRATION_CERTIFICATE: {
    kk: 'Тіркеу куәлігі (ЖСН)',
    ru: 'Регистрационное свидетельство (ИИН)',
    en: 'Registration certificate (IIN)',
  },
  REFUSAL_NOTICE: {
    kk: 'Бас тарту туралы хабарлама',
    ru: 'Уведомление об отказе',
    en: 'Notice of refusal',
  },
  ACCEPTANCE_REFUSAL: {
    kk: 'Құжаттарды қабылдаудан бас тарту туралы қолхат',
    ru: 'Расписка об отказе в приёме документов',
    en: 'Refusal to accept documents',
  },
  PETITION: { kk: 'Өтінішхат', ru: 'Ходатайство', en: 'Petition' },
  PRELIMINARY_APPROVAL: { kk: 'Алдын ала мақұлдау', ru: 'Предварительное одобрение', en: 'Preliminary approval' },
  RESIDENCE_PERMISSION: {
    kk: 'Тұрақты тұруға рұқсат туралы хабарлама',
    ru: 'Уведомление о разрешении на постоянное проживание',
    en: 'Notice of permission to reside permanently',
  },
};

/** The words around the verdict. */
export const words = {
  title: { kk: 'Құжатты тексеру', ru: 'Проверка документа', en: 'Document check' },
  kind: { kk: 'Құжат', ru: 'Документ', en: 'Document' },
  issuedOn: { kk: 'Берілген күні', ru: 'Дата выдачи', en: 'Issued on' },
  checkedAt: { kk: 'Тексерілген уақыты (Астана)', ru: 'Время проверки (Астана)', en: 'Checked at (Astana time)' },
  specimen: specimenText,
  specimenMeaning: {
    kk: 'Қағаз сынақ жүйесінде басылған. Ол ештеңені растамайды: құжат ретінде қабылдамаңыз.',
    ru: 'Бумага напечатана в пробной системе. Она ничего не подтверждает: не принимайте её как документ.',
    en: 'This paper was printed by a trial system. It proves nothing: do not accept it as a document.',
  },
  privacy: {
    kk: 'Бұл бет жеке деректерді көрсетпейді.',
    ru: 'Эта страница не показывает персональных данных.',
    en: 'This page shows no personal data.',
  },
} satisfies Record<string, Message>;
