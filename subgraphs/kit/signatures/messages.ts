import type { Message } from '../errors/languages.ts';
import type { SignatureRefusal } from './verdict.ts';

/** What each reason says to the person who has signed. */
export const signatureMessages: Record<SignatureRefusal, Message> = {
  NOT_CMS: {
    kk: 'Бұл электрондық қолтаңба (CMS) емес немесе файл бүлінген.',
    ru: 'Это не электронная подпись (CMS), или файл повреждён.',
    en: 'This is no electronic signature (CMS), or it is damaged.',
  },
  TOO_LARGE: {
    kk: 'Қолтаңба файлы тым үлкен.',
    ru: 'Файл подписи слишком велик.',
    en: 'The signature is too large.',
  },
  NO_SIGNER: {
    kk: 'Файлда бірде-бір қолтаңба жоқ.',
    ru: 'В файле нет ни одной подписи.',
    en: 'Nobody has signed.',
  },
  SEVERAL_SIGNERS: {
    kk: 'Бір адамның қолтаңбасы керек, ал файлда бірнешеу.',
    ru: 'Нужна подпись одного лица, а в файле их несколько.',
    en: 'One person is to sign; several have.',
  },
  CERTIFICATE_NOT_EMBEDDED: {
    kk: 'Қолтаңбада қол қоюшының сертификаты жоқ.',
    ru: 'В подписи нет сертификата подписавшего.',
    en: "The signature does not hold the signer's certificate.",
  },
  CERTIFICATE_NOT_UNDERSTOOD: {
    kk: 'Сертификатта жүйеге белгісіз міндетті кеңейтім бар.',
    ru: 'В сертификате есть обязательное расширение, неизвестное системе.',
    en: 'The certificate has a critical extension that is not known here.',
  },
  WEAK_ALGORITHM: {
    kk: 'Қолтаңбаның алгоритмі немесе кілті сенімсіз.',
    ru: 'Алгоритм или ключ подписи ненадёжен.',
    en: 'The algorithm or the key of the signature is too weak.',
  },
  OLD_GOST: {
    kk: 'МЕМСТ 34.310-2004 алгоритміне қолдау көрсетілмейді. Жаңа кілт алыңыз.',
    ru: 'Алгоритм ГОСТ 34.310-2004 не поддерживается. Получите новый ключ.',
    en: 'GOST 34.310-2004 is not supported. Get a new key.',
  },
  UNKNOWN_ALGORITHM: {
    kk: 'Қолтаңбаның алгоритмі жүйеге белгісіз.',
    ru: 'Алгоритм подписи неизвестен системе.',
    en: 'The algorithm of the signature is not known here.',
  },
  OTHER_DOCUMENT: {
    kk: 'Басқа құжатқа қол қойылған.',
    ru: 'Подписан другой документ.',
    en: 'Another document was signed.',
  },
  ATTRIBUTES_WRONG: {
    kk: 'Қолтаңбада құжаттың түрі немесе хэші дұрыс көрсетілмеген.',
    ru: 'В подписи неверно указаны вид документа или его хэш.',
    en: 'The signature does not name the kind of document and its digest as it must.',
  },
  SIGNATURE_WRONG: {
    kk: 'Қолтаңба дұрыс емес.',
    ru: 'Подпись неверна.',
    en: 'The signature is wrong.',
  },
  UNKNOWN_AUTHORITY: {
    kk: 'Сертификатты жүйе сенетін куәландырушы орталық бермеген.',
    ru: 'Сертификат выдан центром, которому система не доверяет.',
    en: 'The certificate was issued by an authority that is not trusted here.',
  },
  CERTIFICATE_ALTERED: {
    kk: 'Сертификат өзгертілген.',
    ru: 'Сертификат изменён.',
    en: 'The certificate was altered.',
  },
  NOT_YET_VALID: {
    kk: 'Қол қойылған сәтте сертификаттың мерзімі әлі басталмаған.',
    ru: 'В момент подписания срок действия сертификата ещё не начался.',
    en: 'The certificate was not valid yet at the moment of signing.',
  },
  EXPIRED: {
    kk: 'Қол қойылған сәтте сертификаттың мерзімі өтіп кеткен.',
    ru: 'В момент подписания срок действия сертификата истёк.',
    en: 'The certificate had expired at the moment of signing.',
  },
  NOT_FOR_SIGNING: {
    kk: 'Бұл сертификат қол қоюға арналмаған. Қол қою кілтін таңдаңыз.',
    ru: 'Этот сертификат не предназначен для подписи. Выберите ключ подписи.',
    en: 'This certificate is not for signing. Choose the key for signing.',
  },
  REVOKED: {
    kk: 'Сертификат қайтарып алынған.',
    ru: 'Сертификат отозван.',
    en: 'The certificate was revoked.',
  },
  REVOCATION_UNKNOWN: {
    kk: 'Сертификаттың қайтарып алынбағанын қазір тексеру мүмкін емес. Кейінірек қайталаңыз.',
    ru: 'Сейчас невозможно проверить, не отозван ли сертификат. Повторите позже.',
    en: 'Whether the certificate was revoked cannot be checked now. Try again later.',
  },
  OTHER_PERSON: {
    kk: 'Басқа адамның сертификатымен қол қойылған.',
    ru: 'Подписано сертификатом другого лица.',
    en: 'Somebody else has signed.',
  },
  OTHER_ORGANISATION: {
    kk: 'Басқа ұйымның сертификатымен қол қойылған.',
    ru: 'Подписано сертификатом другой организации.',
    en: 'A certificate of another organisation was used.',
  },
  NOT_ENTITLED: {
    kk: 'Сертификат иесінің бұл құжатқа қол қою құқығы жоқ.',
    ru: 'Владелец сертификата не вправе подписывать этот документ.',
    en: 'The holder of the certificate may not sign this document.',
  },
  NOT_CONFIRMED: {
    kk: 'Тексеру қызметі қолтаңбаны растамады.',
    ru: 'Служба проверки не подтвердила подпись.',
    en: 'The verification service did not confirm the signature.',
  },
  VERIFIER_UNAVAILABLE: {
    kk: 'Қолтаңбаны тексеру қызметі қолжетімсіз. Кейінірек қайталаңыз.',
    ru: 'Служба проверки подписей недоступна. Повторите позже.',
    en: 'The verification service is not available. Try again later.',
  },
  NOT_EVIDENCE: {
    kk: 'Сақталған дәлел оқылмайды.',
    ru: 'Сохранённые доказательства не читаются.',
    en: 'The evidence that was kept cannot be read.',
  },
};
