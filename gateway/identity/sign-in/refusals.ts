import type { Message } from '../../../subgraphs/kit/errors/languages.ts';
import { signatureMessages } from '../../../subgraphs/kit/signatures/messages.ts';
import type { SignInRefusal } from './with-signature.ts';

/** Why a signature doesn't sign its holder in, for the person who signed. */
export const signInRefusals: Record<SignInRefusal, Message> = {
  ...signatureMessages,
  NO_NUMBER: {
    kk: 'Сертификатта жеке сәйкестендіру нөмірі (ЖСН) жоқ.',
    ru: 'В сертификате нет индивидуального идентификационного номера (ИИН).',
    en: 'The certificate holds no individual identification number (IIN).',
  },
  NO_VERIFIER: {
    kk: 'Мұнда электрондық қолтаңбамен кіру бапталмаған.',
    ru: 'Вход по электронной подписи здесь не настроен.',
    en: 'Signing in with an electronic signature is not set up here.',
  },
};
