import type { Message } from '../../kit/errors/languages.ts';

/** What can be wrong with a foreign representation, and how it is said. */
export const representationTexts = {
  REPRESENTATION_KNOWN: {
    kk: 'Осы уақытта осындай атауы бар өкілдік бұрыннан бар.',
    ru: 'На это время представительство с таким названием уже есть.',
    en: 'There is a representation of this name at this time already.',
  },
  REPRESENTATION_COUNTRY: {
    kk: 'Елшілік пен консулдық мекеме шет мемлекеттікі: оның коды көрсетіледі. Халықаралық ұйымның өз коды болса, сол көрсетіледі.',
    ru: 'Посольство и консульское учреждение принадлежат иностранному государству: укажите его код. Для международной организации указывается её собственный код, если он есть.',
    en: 'An embassy or a consular post is of a foreign state: give its code. Of an international organisation give its own code, if it has one.',
  },
} as const satisfies Record<string, Message>;
