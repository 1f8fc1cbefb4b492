import { told } from '../../kit/lifecycle/happenings.ts';
import type { Happening } from '../../kit/lifecycle/happenings.ts';
import type { Role } from '../../kit/viewer/roles.ts';
import type { CaseAction } from './case-lifecycle.ts';
import type { PetitionAction } from './petition-lifecycle.ts';

/** What can have happened to a petition or a case. */
export type HappeningKind =
  PetitionAction | CaseAction | 'SUBMITTED' | 'TERM_RECOUNTED' | 'NOTICE_BOUNCED' | 'BORDER_CROSSED' | 'FINGERPRINTED';

// Whoever reviews a complaint is told what was done, never what the checks found or why the KNB objected (policy).
const petitioners: Role[] = ['applicant', 'hub_officer', 'mddiai_signer', 'complaint_reviewer'];
const inside: Role[] = ['kkq_officer', 'complaint_reviewer'];
const agreeing: Role[] = ['kkq_officer', 'knb_officer', 'complaint_reviewer'];
const cabinet: Role[] = ['applicant', 'kkq_officer', 'psc_officer', 'complaint_reviewer'];
/** Those who tell the person of what was done. */
const telling: Role[] = ['hub_officer', 'kkq_officer', 'psc_officer'];
const everybody: Role[] = [...petitioners, ...agreeing, 'psc_officer'];

/** Everything that can have happened. */
export const happenings: Readonly<Record<HappeningKind, Happening>> = {
  SUBMITTED: told(everybody, 'Өтініш берілді', 'Подано', 'Submitted'),
  TERM_RECOUNTED: told(
    everybody,
    'Күнтізбе өзгеріп, мерзім қайта есептелді',
    'Срок пересчитан: изменился календарь',
    'A term was recounted, because the calendar changed',
  ),
  NOTICE_BOUNCED: told(
    telling,
    'Хабарлама адамға жетпеді',
    'Уведомление не дошло до человека',
    'A notice did not reach the person',
  ),
  WITHDRAW: told(everybody, 'Өтініш қайтарып алынды', 'Отозвано заявителем', 'Withdrawn by the applicant'),

  APPROVE_SCREENING: told(
    petitioners,
    'Құжаттар тексеріліп, мақұлданды',
    'Документы проверены и одобрены',
    'The documents were screened and approved',
  ),
  REFUSE_SCREENING: told(
    petitioners,
    'Құжаттарды тексергеннен кейін бас тартылды',
    'Отказано после проверки документов',
    'Refused after the screening',
  ),
  OFFER_INTERVIEW_TIMES: told(
    petitioners,
    'Сұхбат уақыттары ұсынылды',
    'Предложено время собеседования',
    'Times for the interview were offered',
  ),
  CHOOSE_INTERVIEW_TIME: told(
    petitioners,
    'Сұхбат уақыты таңдалды',
    'Время собеседования выбрано',
    'A time for the interview was chosen',
  ),
  RECORD_INTERVIEW_PASSED: told(petitioners, 'Сұхбаттан өтті', 'Собеседование пройдено', 'The interview was passed'),
  RECORD_INTERVIEW_FAILED: told(
    petitioners,
    'Сұхбаттан өтпеді',
    'Собеседование не пройдено',
    'The interview was not passed',
  ),
  RECORD_INTERVIEW_MISSED: told(
    petitioners,
    'Сұхбатқа келмеді, жаңа уақыт ұсынылады',
    'На собеседование не явился, будет предложено новое время',
    'The interview was missed; new times will be offered',
  ),
  SIGN: told(petitioners, 'Өтінішхатқа қол қойылды', 'Ходатайство подписано', 'The petition was signed'),
  REFUSE: told(petitioners, 'Өтінішхаттан бас тартылды', 'В ходатайстве отказано', 'The petition was refused'),

  REGISTER: told(cabinet, 'Іс тіркелді', 'Дело зарегистрировано', 'The case was registered'),
  RETURN_FOR_REWORK: told(cabinet, 'Пысықтауға қайтарылды', 'Возвращено на доработку', 'Returned for rework'),
  RESUBMIT: told(cabinet, 'Пысықталып, қайта берілді', 'Доработано и подано снова', 'Reworked and submitted again'),
  RECORD_CHECKS: told(
    inside,
    'Арнайы және қылмыстық есептер бойынша тексерілді',
    'Проверено по специальным и криминальным учётам',
    'Checked against the special and criminal records',
  ),
  SEND_TO_KNB: told(agreeing, 'ҰҚК-ге келісуге жіберілді', 'Направлено на согласование в КНБ', 'Sent to the KNB'),
  AGREE: told(agreeing, 'ҰҚК келісті', 'КНБ согласовал', 'The KNB agreed'),
  OBJECT: told(agreeing, 'ҰҚК қарсы болды', 'КНБ возразил', 'The KNB objected'),
  APPROVE_PRELIMINARY: told(cabinet, 'Алдын ала мақұлданды', 'Предварительно одобрено', 'Approved preliminarily'),
  REFUSE_PRELIMINARY: told(
    cabinet,
    'Алдын ала қарау кезінде бас тартылды',
    'Отказано при предварительном рассмотрении',
    'Refused at the preliminary review',
  ),
  BORDER_CROSSED: told(
    cabinet,
    'Шекарадан өту туралы мәлімет түсті',
    'Поступили сведения о пересечении границы',
    'The border system told of a crossing',
  ),
  FINGERPRINTED: told(
    cabinet,
    'Дактилоскопиялық тіркеу туралы мәлімет түсті',
    'Поступили сведения о дактилоскопической регистрации',
    'The fingerprint system told of a registration',
  ),
  RECORD_ARRIVAL: told(cabinet, 'Келгені тіркелді', 'Прибытие зафиксировано', 'The arrival was recorded'),
  REGISTER_FINAL_APPLICATION: told(
    cabinet,
    'Қызмет көрсету орталығында өтініш тіркелді',
    'Заявление зарегистрировано в центре обслуживания',
    'The application was registered at the service centre',
  ),
  SEND_ORIGINALS: told(
    cabinet,
    'Құжаттардың түпнұсқалары курьермен жіберілді',
    'Оригиналы отправлены курьером',
    'The originals were sent by courier',
  ),
  RECEIVE_ORIGINALS: told(
    cabinet,
    'Құжаттардың түпнұсқалары алынды',
    'Оригиналы получены',
    'The originals were received',
  ),
  COMPARE_DOCUMENTS: told(
    inside,
    'Түпнұсқалар бұрын берілген құжаттармен салыстырылды',
    'Оригиналы сверены с ранее представленными документами',
    'The originals were compared with the documents given earlier',
  ),
  APPROVE_FINAL: told(cabinet, 'Рұқсат берілді', 'Разрешение выдано', 'The permission was given'),
  REFUSE_FINAL: told(cabinet, 'Рұқсат беруден бас тартылды', 'В разрешении отказано', 'The permission was refused'),
  REGISTER_RESIDENCE: told(
    cabinet,
    'Тұрғылықты жері тіркелді',
    'Место жительства зарегистрировано',
    'The residence was registered',
  ),
  ISSUE_PERMIT: told(cabinet, 'Тұру ықтиярхаты берілді', 'Вид на жительство выдан', 'The residence permit was issued'),
  REOPEN: told(
    cabinet,
    'Шағым бойынша іс қайта ашылды',
    'Дело возобновлено по жалобе',
    'The case was reopened after a complaint',
  ),
  RECORD_LAPSE: told(
    cabinet,
    'Мерзім өтіп, іс аяқталды',
    'Срок истёк, дело завершено',
    'The term ran out and the case ended',
  ),
};
