import type { Message } from '../errors/languages.ts';

/** What stands on whatever is invented. */
export const specimenText: Message = {
  kk: 'Үлгі — заңды күші жоқ',
  ru: 'Образец — не имеет юридической силы',
  en: 'Specimen — no legal force',
};
