import { told } from '../../kit/lifecycle/happenings.ts';
import type { Happening } from '../../kit/lifecycle/happenings.ts';
import type { Role } from '../../kit/viewer/roles.ts';
import type { ComplaintAction } from './lifecycle.ts';
import { providerRoles } from './subject.ts';

/** What can have happened to a complaint. */
export type HappeningKind = ComplaintAction | 'FILED' | 'TERM_RECOUNTED' | 'REOPENING_DONE' | 'NOTICE_BOUNCED';

const inside: Role[] = [...providerRoles, 'complaint_reviewer'];
const everybody: Role[] = [...inside, 'applicant', 'consul', 'authorised_employee', 'psc_officer'];

/** Everything that can have happened. */
export const happenings: Readonly<Record<HappeningKind, Happening>> = {
  FILED: told(everybody, 'Шағым түсті', 'Жалоба поступила', 'The complaint was received'),
  REGISTER: told(
    everybody,
    'Шағымды қызмет беруші тіркеді',
    'Жалоба зарегистрирована услугодателем',
    'The provider registered the complaint',
  ),
  SATISFY: told(
    everybody,
    'Шағым толық қанағаттандырылды',
    'Жалоба удовлетворена полностью',
    'The complaint was satisfied in full',
  ),
  FORWARD: told(
    everybody,
    'Шағым қарайтын органға жіберілді',
    'Жалоба направлена в рассматривающий орган',
    'The complaint was forwarded to the reviewing body',
  ),
  RECORD_FORWARDING: told(
    everybody,
    'Үш жұмыс күні өтіп, шағым қарайтын органға берілді',
    'Истекли три рабочих дня, жалоба передана в рассматривающий орган',
    'The three working days ran out, and the complaint went to the reviewing body',
  ),
  DECIDE_AS_PROVIDER: told(
    everybody,
    'Қызмет беруші шағым бойынша шешім қабылдады',
    'Услугодатель принял решение по жалобе',
    'The provider decided on the complaint',
  ),
  REGISTER_REVIEW: told(
    everybody,
    'Шағымды қарайтын орган тіркеді',
    'Жалоба зарегистрирована рассматривающим органом',
    'The reviewing body registered the complaint',
  ),
  DECIDE_REVIEW: told(
    everybody,
    'Қарайтын орган шағым бойынша шешім қабылдады',
    'Рассматривающий орган принял решение по жалобе',
    'The reviewing body decided on the complaint',
  ),
  REOPENING_DONE: told(everybody, 'Іс қайта ашылды', 'Дело возобновлено', 'The case was reopened'),
  NOTICE_BOUNCED: told(
    [...providerRoles, 'consul', 'authorised_employee', 'psc_officer'],
    'Хабарлама электрондық пошта арқылы жетпеді',
    'Уведомление не дошло по электронной почте',
    'A notice did not reach the person by e-mail',
  ),
  TERM_RECOUNTED: told(
    inside,
    'Күнтізбе өзгеріп, мерзім қайта есептелді',
    'Срок пересчитан: изменился календарь',
    'A term was recounted, because the calendar changed',
  ),
};
