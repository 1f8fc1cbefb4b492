import { GraphQLError } from 'graphql';
import { write } from '../../subgraphs/kit/errors/languages.ts';
import type { Language, Message } from '../../subgraphs/kit/errors/languages.ts';
import type { OperationLimits } from './limits.ts';

/** A limit that an operation can be beyond. How much repetition is too much only graphql-js knows. */
export type OperationLimit = keyof OperationLimits | 'repetition';

const texts: Record<OperationLimit, Message> = {
  tokens: {
    kk: 'Мәтінінде сөздер мен белгілер тым көп: ең көбі {max}.',
    ru: 'В его тексте слишком много слов и знаков: не более {max}.',
    en: 'Its text has too many words and signs: {max} at the most.',
  },
  depth: {
    kk: 'Өрістері тым терең орналасқан: ең көбі {max} деңгей.',
    ru: 'Его поля вложены слишком глубоко: не более {max} уровней.',
    en: 'Its fields are nested too deep: {max} levels at the most.',
  },
  aliases: {
    kk: 'Бүркеншік аттар тым көп: ең көбі {max}.',
    ru: 'В нём слишком много псевдонимов: не более {max}.',
    en: 'It has too many aliases: {max} at the most.',
  },
  directives: {
    kk: 'Директивалар тым көп: ең көбі {max}.',
    ru: 'В нём слишком много директив: не более {max}.',
    en: 'It has too many directives: {max} at the most.',
  },
  rootFields: {
    kk: 'Бірінші деңгейдегі өрістер тым көп: ең көбі {max}.',
    ru: 'На первом уровне слишком много полей: не более {max}.',
    en: 'It has too many fields on its first level: {max} at the most.',
  },
  selections: {
    kk: 'Фрагменттері ашылғанда өрістер тым көп: ең көбі {max}.',
    ru: 'После раскрытия фрагментов в нём слишком много полей: не более {max}.',
    en: 'It has too many fields once its fragments are spread: {max} at the most.',
  },
  cost: {
    kk: 'Ол алуы мүмкін мәндер тым көп: ең көбі {max}. Беттерді кішірейтіңіз.',
    ru: 'Он может получить слишком много значений: не более {max}. Уменьшите страницы.',
    en: 'It may fetch too many values: {max} at the most. Ask for smaller pages.',
  },
  nesting: {
    kk: 'Мәтіні тым терең орналасқан.',
    ru: 'Его текст вложен слишком глубоко.',
    en: 'Its text is nested too deep.',
  },
  repetition: {
    kk: 'Бірдей өрістер тым жиі қайталанады.',
    ru: 'В нём слишком часто повторяются одни и те же поля.',
    en: 'It repeats the same fields too often.',
  },
};

/** With which words graphql-js gives up on a document. */
const givingUp: readonly [OperationLimit, RegExp][] = [
  ['tokens', /^Syntax Error: Document contains more that (\d+) tokens/],
  ['nesting', /^Maximum call stack size exceeded$/],
  ['repetition', /^Validation aborted\.$/],
];

/** An operation is beyond a limit: which one, how much it allows, and how much was asked. The text is a second sentence, in the caller's language. */
export function tooComplex(limit: OperationLimit, language: Language, max?: number, asked?: number): GraphQLError {
  return new GraphQLError(write(texts[limit], language, max === undefined ? {} : { max }), {
    extensions: {
      code: 'OPERATION_TOO_COMPLEX',
      limit,
      max,
      // Fragments within fragments soon are more than JSON can say.
      asked: asked && Math.min(asked, Number.MAX_SAFE_INTEGER),
    },
  });
}

/** What graphql-js says of a document that it gave up on, in our words; nothing when it says something else. */
export function tooComplexToRead(message: string, language: Language): GraphQLError | undefined {
  for (const [limit, words] of givingUp) {
    const found = words.exec(message);
    if (found) return tooComplex(limit, language, found[1] === undefined ? undefined : Number(found[1]));
  }
  return undefined;
}
