import type { NoticeKind } from '../../kit/notices/kinds.ts';
import type { NoticeWords } from '../../kit/notices/words.ts';

/** What is told of residence cases, in the words of each language. */
export const caseNoticeWords = {
  CASE_SUBMITTED: {
    title: {
      kk: '{number}: электрондық өтініш түсті',
      ru: '{number}: поступило электронное заявление',
      en: '{number}: an e-application arrived',
    },
    text: {
      kk: 'Істі {due} дейін тіркеңіз немесе пысықтауға қайтарыңыз.',
      ru: 'До {due} зарегистрируйте дело или верните на доработку.',
      en: 'Register the case, or return it for rework, until {due}.',
    },
  },
  CASE_RESUBMITTED: {
    title: {
      kk: '{number}: өтініш пысықталып, қайта берілді',
      ru: '{number}: заявление доработано и подано снова',
      en: '{number}: reworked and submitted again',
    },
    text: {
      kk: 'Мерзімдер қайта басталды: істі {due} дейін тіркеңіз немесе қайтарыңыз.',
      ru: 'Сроки начались заново: до {due} зарегистрируйте дело или верните его.',
      en: 'The terms began anew: register the case, or return it, until {due}.',
    },
  },
  CASE_REGISTERED: {
    title: {
      kk: '{number}: іс тіркелді',
      ru: '{number}: дело зарегистрировано',
      en: '{number}: the case was registered',
    },
    text: {
      kk: 'Өтінішіңіз қаралуда. Нәтижесі туралы хабарлаймыз.',
      ru: 'Ваше заявление рассматривается. О результате мы сообщим.',
      en: 'Your application is being reviewed. You will be told of the result.',
    },
  },
  CASE_RETURNED: {
    title: {
      kk: '{number}: өтініш пысықтауға қайтарылды',
      ru: '{number}: заявление возвращено на доработку',
      en: '{number}: returned for rework',
    },
    text: {
      kk: 'Ескертулер жеке кабинетіңізде. Оларды {lastDay} күніне дейін (осы күнді қоса алғанда) жойыңыз, әйтпесе өтініш жойылады.',
      ru: 'Замечания — в вашем кабинете. Устраните их по {lastDay} включительно, иначе заявление аннулируется.',
      en: 'The remarks are in your cabinet. Rework it until {lastDay}, that day included; else it is annulled.',
    },
  },
  CASE_REOPENED: {
    title: {
      kk: '{number}: іс шағым бойынша қайта ашылды',
      ru: '{number}: дело возобновлено по жалобе',
      en: '{number}: reopened after a complaint',
    },
    text: {
      kk: 'Бұрынғы шешім күшін жойды, іс қайта қаралады. Мерзімдері жеке кабинетіңізде.',
      ru: 'Прежнее решение больше не действует, дело рассматривается заново. Сроки — в вашем кабинете.',
      en: 'What was decided before holds no longer; the case is decided anew. Its terms are in your cabinet.',
    },
  },
  CASE_ANNULLED: {
    title: {
      kk: '{number}: өтініш жойылды',
      ru: '{number}: заявление аннулировано',
      en: '{number}: the application was annulled',
    },
    text: {
      kk: 'Ескертулер {lastDay} күніне дейін жойылмады. Жаңа өтініш беруге болады.',
      ru: 'Замечания не устранены по {lastDay} включительно. Вы можете подать новое заявление.',
      en: 'The remarks were not reworked until {lastDay}. You can apply anew.',
    },
  },
  CASE_LAPSED: {
    title: {
      kk: '{number}: мерзім өтіп, іс аяқталды',
      ru: '{number}: срок истёк, дело завершено',
      en: '{number}: the term ran out and the case ended',
    },
    text: {
      kk: 'Өтініш берушінің мерзімі {lastDay} күні аяқталды.',
      ru: 'Срок заявителя закончился {lastDay}.',
      en: "The applicant's term ended on {lastDay}.",
    },
  },
  CASE_SENT_TO_KNB: {
    title: {
      kk: '{number}: келісуге жіберілді',
      ru: '{number}: направлено на согласование',
      en: '{number}: sent for agreement',
    },
    text: {
      kk: 'Келісіңіз немесе қарсылығыңызды себебімен білдіріңіз.',
      ru: 'Согласуйте или возразите с указанием причины.',
      en: 'Agree, or object with a reason.',
    },
  },
  KNB_ANSWERED: {
    title: { kk: '{number}: ҰҚК жауап берді', ru: '{number}: КНБ ответил', en: '{number}: the KNB answered' },
    text: {
      kk: 'Жауап істе. Алдын ала шешім қабылдаңыз.',
      ru: 'Ответ — в деле. Примите предварительное решение.',
      en: 'The answer is in the case. Decide preliminarily.',
    },
  },
  CASE_PRELIMINARILY_APPROVED: {
    title: {
      kk: '{number}: алдын ала мақұлданды',
      ru: '{number}: предварительно одобрено',
      en: '{number}: approved preliminarily',
    },
    text: {
      kk: 'Алдын ала мақұлдау № {approvalNumber} {lastDay} күніне дейін (осы күнді қоса алғанда) күшінде. Осы күнге дейін Қазақстанға келіңіз немесе аумақтық көші-қон қызметіне жүгініңіз, әйтпесе ол жойылады. Келген соң мыналарды ұсыныңыз: дактилоскопиялаудан өткені туралы анықтама, медициналық анықтама, тұрғын үй шарты.',
      ru: 'Предварительное одобрение № {approvalNumber} действительно по {lastDay} включительно. До конца этого дня прибудьте в Казахстан или обратитесь в территориальную миграционную службу, иначе оно аннулируется. После прибытия представьте: справку о прохождении дактилоскопии, медицинскую справку, договор о жилище.',
      en: 'The preliminary approval {approvalNumber} is valid until {lastDay}, that day included. Until then arrive in Kazakhstan or turn to the territorial migration service; else it is annulled. After arrival bring: the certificate of fingerprinting, the medical certificate, the housing contract.',
    },
  },
  CASE_PRELIMINARILY_REFUSED: {
    title: {
      kk: '{number}: алдын ала қарауда бас тартылды',
      ru: '{number}: отказано при предварительном рассмотрении',
      en: '{number}: refused at the preliminary review',
    },
    text: {
      kk: 'Себебі мен хабарлама жеке кабинетіңізде. Жаңа өтінішті {applyFrom} күнінен бастап беруге болады.',
      ru: 'Причина и уведомление — в вашем кабинете. Новое заявление возможно с {applyFrom}.',
      en: 'The reason and the notice are in your cabinet. A new application is possible from {applyFrom}.',
    },
  },
  APPROVAL_LAPSED: {
    title: {
      kk: '{number}: алдын ала мақұлдау жойылды',
      ru: '{number}: предварительное одобрение аннулировано',
      en: '{number}: the preliminary approval was annulled',
    },
    text: {
      kk: 'Мерзім {lastDay} күні аяқталды, ал келгеніңіз немесе көші-қон қызметіне жүгінгеніңіз тіркелмеді. Жаңа өтінішті {applyFrom} күнінен бастап беруге болады.',
      ru: 'Срок закончился {lastDay}, а ваше прибытие или обращение в миграционную службу не зафиксировано. Новое заявление возможно с {applyFrom}.',
      en: 'The term ended on {lastDay}, and neither your arrival nor your turning to the migration service was recorded. A new application is possible from {applyFrom}.',
    },
  },
  ARRIVAL_RECORDED: {
    title: {
      kk: '{number}: келгені тіркелді',
      ru: '{number}: прибытие зафиксировано',
      en: '{number}: the arrival was recorded',
    },
    text: {
      kk: 'Келесі қадам – халыққа қызмет көрсету орталығындағы өтініш.',
      ru: 'Следующий шаг — заявление в центре обслуживания населения.',
      en: 'The next step is the application at the public service centre.',
    },
  },
  APPROVAL_RESTORED: {
    title: {
      kk: '{number}: алдын ала мақұлдау күшінде',
      ru: '{number}: предварительное одобрение действует',
      en: '{number}: the preliminary approval holds',
    },
    text: {
      kk: 'Мерзімінде келгеніңіз кейін расталды: оның жойылғаны туралы хабарлама күшін жояды. Келесі қадам – халыққа қызмет көрсету орталығындағы өтініш.',
      ru: 'Ваше прибытие в срок подтвердилось позже: сообщение об аннулировании недействительно. Следующий шаг — заявление в центре обслуживания населения.',
      en: 'That you arrived in time was confirmed later: it is not annulled, whatever you were told. The next step is the application at the public service centre.',
    },
  },
  FINAL_APPLICATION_REGISTERED: {
    title: {
      kk: '{number}: түпкілікті өтініш тіркелді',
      ru: '{number}: окончательное заявление зарегистрировано',
      en: '{number}: the final application was registered',
    },
    text: {
      kk: 'Құжаттардың түпнұсқалары көші-қон қызметіне жіберіледі. Нәтижесі туралы хабарлаймыз.',
      ru: 'Оригиналы документов направляются в миграционную службу. О результате мы сообщим.',
      en: 'The originals go to the migration service. You will be told of the result.',
    },
  },
  ORIGINALS_SENT: {
    title: {
      kk: '{number}: құжаттардың түпнұсқалары жолда',
      ru: '{number}: оригиналы в пути',
      en: '{number}: the originals are on the way',
    },
    text: {
      kk: 'Алған кезде тіркеңіз: түпкілікті қарау мерзімі сол сәттен басталады.',
      ru: 'Зафиксируйте их получение: с него начинается срок окончательного рассмотрения.',
      en: 'Record their receipt: the term of the final review begins with it.',
    },
  },
  CASE_PERMITTED: {
    title: {
      kk: '{number}: рұқсат берілді',
      ru: '{number}: разрешение выдано',
      en: '{number}: the permission was given',
    },
    text: {
      kk: 'Хабарлама жеке кабинетіңізде. Тұрғылықты жерді тіркеу және тұру ықтиярхаты үшін халыққа қызмет көрсету орталығына келіңіз: жарамды шетелдік паспорт, осы хабарлама, мемлекеттік баж түбіртегі.',
      ru: 'Уведомление — в вашем кабинете. Для регистрации жительства и вида на жительство придите в центр обслуживания населения: действительный иностранный паспорт, это уведомление, квитанция госпошлины.',
      en: 'The notice is in your cabinet. For the registration of residence and the residence permit come to the public service centre with: the valid foreign passport, this notice, the receipt of the state duty.',
    },
  },
  PERMIT_TO_ISSUE: {
    title: {
      kk: '{number}: рұқсат берілді',
      ru: '{number}: разрешение выдано',
      en: '{number}: the permission was given',
    },
    text: {
      kk: 'Адам тұрғылықты жерді тіркеуге және тұру ықтиярхатына келеді.',
      ru: 'Человек придёт за регистрацией жительства и видом на жительство.',
      en: 'The person comes for the registration of residence and the residence permit.',
    },
  },
  CASE_FINALLY_REFUSED: {
    title: {
      kk: '{number}: рұқсат беруден бас тартылды',
      ru: '{number}: в разрешении отказано',
      en: '{number}: the permission was refused',
    },
    text: {
      kk: 'Дәлелді қорытынды жеке кабинетіңізде. Жаңа өтінішті {applyFrom} күнінен бастап беруге болады.',
      ru: 'Мотивированное заключение — в вашем кабинете. Новое заявление возможно с {applyFrom}.',
      en: 'The motivated conclusion is in your cabinet. A new application is possible from {applyFrom}.',
    },
  },
  CASE_WITHDRAWN: {
    title: {
      kk: '{number}: өтініш қайтарып алынды',
      ru: '{number}: отозвано заявителем',
      en: '{number}: withdrawn by the applicant',
    },
    text: { kk: 'Қарау тоқтатылды.', ru: 'Рассмотрение прекращено.', en: 'The review has ended.' },
  },
  CASE_STATE_CHANGED: {
    title: { kk: '{number}: {state}', ru: '{number}: {state}', en: '{number}: {state}' },
    text: { kk: '{state}', ru: '{state}', en: '{state}' },
  },
} as const satisfies Partial<Record<NoticeKind, NoticeWords>>;

/** What is told of residence cases. */
export type CaseNoticeKind = keyof typeof caseNoticeWords;
