import { languages } from '../errors/languages.ts';
import { enumeration } from './enums.ts';

/** The languages, as the graph names them. */
export const LanguageName = enumeration('Language', languages, 'Kazakh, Russian or English.');
