import type { StorageRefusal } from '../../subgraphs/kit/storage/storage.ts';
import { Fault } from '../../subgraphs/kit/errors/fault.ts';
import { describeProblems } from '../../subgraphs/kit/errors/messages.ts';

describeProblems({
  DOCUMENT_TOO_LARGE: {
    kk: 'Құжат тым үлкен: ең көбі {max} МБ.',
    ru: 'Документ слишком большой: не более {max} МБ.',
    en: 'The document is too large: {max} MB at the most.',
  },
  DOCUMENT_EMPTY: { kk: 'Құжат бос.', ru: 'Документ пуст.', en: 'The document is empty.' },
  DOCUMENT_MEDIA_TYPE: {
    kk: 'Тек PDF, JPEG немесе PNG қабылданады.',
    ru: 'Принимаются только PDF, JPEG и PNG.',
    en: 'Only PDF, JPEG and PNG are accepted.',
  },
});

const problemCodes: Record<StorageRefusal, string> = {
  TOO_LARGE: 'DOCUMENT_TOO_LARGE',
  EMPTY: 'DOCUMENT_EMPTY',
  MEDIA_TYPE_UNKNOWN: 'DOCUMENT_MEDIA_TYPE',
};

/** What a refusal of the storage is to the caller. */
export function refusalFault(refused: StorageRefusal, limit: number): Fault {
  const max = Number((limit / 1024 / 1024).toFixed(1));
  return new Fault('BAD_USER_INPUT', { problems: [{ code: problemCodes[refused], path: [], params: { max } }] });
}
