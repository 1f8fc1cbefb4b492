import type { Message } from '../../kit/errors/languages.ts';

/** What the facts of an application's case file are called. */
export const factNames = {
  kind: { kk: 'не сұралады', ru: 'о чём заявление', en: 'what is asked for' },
  category: { kk: 'санат', ru: 'категория', en: 'category' },
  channel: { kk: 'өтініш қайда берілді', ru: 'куда подано', en: 'through whom it came' },
  representation: { kk: 'өкілдік', ru: 'представительство', en: 'representation' },
  latinName: { kk: 'аты-жөні (латын әріптерімен)', ru: 'имя (латиницей)', en: 'name (Latin letters)' },
  cyrillicName: { kk: 'аты-жөні (кириллицамен)', ru: 'имя (кириллицей)', en: 'name (Cyrillic letters)' },
  birthDate: { kk: 'туған күні', ru: 'дата рождения', en: 'date of birth' },
  birthPlace: { kk: 'туған жері', ru: 'место рождения', en: 'place of birth' },
  sex: { kk: 'жынысы', ru: 'пол', en: 'sex' },
  citizenship: { kk: 'азаматтығы', ru: 'гражданство', en: 'citizenship' },
  ethnicity: { kk: 'ұлты', ru: 'национальность', en: 'ethnicity' },
  countryOfArrival: { kk: 'келген елі', ru: 'страна прибытия', en: 'country of arrival' },
  address: { kk: 'мекенжайы', ru: 'адрес', en: 'address' },
  travelDocument: {
    kk: 'жеке басты куәландыратын құжат: нөмірі, берген ел, жарамдылығы',
    ru: 'документ, удостоверяющий личность: номер, страна выдачи, срок действия',
    en: 'identity document: number, issuing country, validity',
  },
  correction: { kk: 'не түзетіледі', ru: 'что исправляется', en: 'what is to be corrected' },
  registeredAt: { kk: 'тіркелді', ru: 'зарегистрировано', en: 'registered' },
  deliveredAt: { kk: 'операторларға берілді', ru: 'передано операторам', en: 'passed to the operators' },
  dueAt: { kk: 'қызмет көрсету мерзімі', ru: 'срок оказания услуги', en: 'due' },
  state: { kk: 'күйі', ru: 'состояние', en: 'state' },
  decidedAt: { kk: 'шешім қабылданды', ru: 'решение принято', en: 'decided' },
  iin: { kk: 'ЖСН', ru: 'ИИН', en: 'individual identification number' },
  grounds: { kk: 'бас тарту негіздері', ru: 'основания отказа', en: 'grounds of the refusal' },
  reason: {
    kk: 'бас тарту себебі, хабарламадағыдай',
    ru: 'причина отказа, как в уведомлении',
    en: 'reason of the refusal, as the notice has it',
  },
  reopenedAt: { kk: 'шағым бойынша қайта ашылды', ru: 'возобновлено по жалобе', en: 'reopened after a complaint' },
  earlierRefusals: {
    kk: 'бұрынғы, күші жойылған бас тарту',
    ru: 'прежний, отменённый отказ',
    en: 'earlier refusal, taken back',
  },
  handedOutAt: { kk: 'нәтиже қолға берілді', ru: 'результат выдан на руки', en: 'result handed out' },
} as const satisfies Record<string, Message>;
