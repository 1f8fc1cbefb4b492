import { country } from '../../kit/countries/countries.ts';
import { readBirthDate, readExpiryDate, wholeDate, type DateParts } from './mrz-dates.ts';
import { fieldsOf, type Field, type Fields } from './mrz-fields.ts';
import { readLines, type ZoneFormat } from './mrz-lines.ts';
import { readNames, strangeInNames, type ZoneNames } from './mrz-names.ts';
import { readDocumentNumber, spaced, type NumberInZone } from './mrz-number.ts';
import type { TravelDocumentProblem, TravelDocumentProblemCode } from './problems.ts';

/** The sex as a travel document states it. */
export type Sex = 'MALE' | 'FEMALE' | 'UNSPECIFIED';

/**
 * What the machine-readable zone of a travel document says; an applicant's names are taken from it (A§9). Its check
 * digits were right.
 */
export interface TravelDocumentZone extends ZoneNames {
  format: ZoneFormat;
  /** `P`, `PD`, `I`, `AC` …, without filler. */
  documentCode: string;
  /**
   * Whole, also where a TD1 or TD2 continues it in the optional data. A filler inside it, which stands for some sign,
   * is a space.
   */
  documentNumber: string;
  /** ICAO code of the issuer. */
  issuingCountry: string;
  /** ICAO code. */
  nationality: string;
  /** Null when the document does not know the month or the day. */
  birthDate: Temporal.PlainDate | null;
  birthDateParts: DateParts;
  sex: Sex;
  expiryDate: Temporal.PlainDate;
  /** What the issuer put into the optional fields, often a personal number; empty fields are left out. */
  optionalData: string[];
}

/** The zone, or everything that is wrong with it. */
export type ZoneReading = { ok: true; value: TravelDocumentZone } | { ok: false; problems: TravelDocumentProblem[] };

/** What a zone is read by. */
export interface ZoneReadingOptions {
  /** The day (Astana) that gives the dates of a zone their century. */
  today: Temporal.PlainDate;
  /** Whether documents of Utopia are accepted: only where demo data are on. */
  specimens: boolean;
}

/**
 * What must hold of a field, by the code of the problem if it does not; the offset says where in the field, from
 * zero.
 */
type Check = [code: TravelDocumentProblemCode, field: Field, holds: boolean, offset?: number];

const sexes: Record<string, Sex> = { M: 'MALE', F: 'FEMALE', '<': 'UNSPECIFIED' };

/**
 * Reads the machine-readable zone of a TD1, TD2 or TD3 document (ICAO 9303) and verifies every check digit. Refuses
 * with all problems at once; whatever texts are given, it never throws.
 *
 * The package `mrz` knows the layouts and the check digits. Ours are the countries (it calls every specimen invalid),
 * the dates (it lets 30 February pass and gives no century), the names (a full field confuses it) and long numbers
 * that are malformed.
 */
export function readMrz(given: readonly string[], { today, specimens }: ZoneReadingOptions): ZoneReading {
  const reading = readLines(given);
  if (!reading.ok) return reading;
  const { format, lines } = reading;
  const fields = fieldsOf(format, lines);
  if (!fields) return { ok: false, problems: [{ code: 'MRZ_FORMAT_UNKNOWN', path: [] }] };

  const number = numberIn(format, fields);
  const birthDateParts = readBirthDate(fields('birthDate').text, today);
  const expiryDate = readExpiryDate(fields('expirationDate').text, today);
  const sex = sexes[fields('sex').text];
  const checks: Check[] = [
    ['MRZ_DOCUMENT_CODE', fields('documentCode'), fields('documentCode').valid],
    ...countryChecks(fields, specimens),
    ...nameChecks(fields('lastName')),
    ...numberChecks(format, fields, number),
    ['MRZ_BIRTH_DATE', fields('birthDate'), birthDateParts !== undefined],
    ['MRZ_BIRTH_DATE_CHECK_DIGIT', fields('birthDateCheckDigit'), fields('birthDateCheckDigit').valid],
    ['MRZ_SEX', fields('sex'), sex !== undefined],
    ['MRZ_EXPIRY_DATE', fields('expirationDate'), expiryDate !== undefined],
    ['MRZ_EXPIRY_DATE_CHECK_DIGIT', fields('expirationDateCheckDigit'), fields('expirationDateCheckDigit').valid],
    ['MRZ_PERSONAL_NUMBER_CHECK_DIGIT', fields('personalNumberCheckDigit'), fields('personalNumberCheckDigit').valid],
    ['MRZ_COMPOSITE_CHECK_DIGIT', fields('compositeCheckDigit'), fields('compositeCheckDigit').valid],
  ];
  const problems = checks.filter(([, , holds]) => !holds).map(problemOf);
  if (problems.length > 0 || !number || !birthDateParts || !sex || !expiryDate) return { ok: false, problems };

  const value: TravelDocumentZone = {
    format,
    documentCode: spaced(fields('documentCode').text),
    documentNumber: number.number,
    issuingCountry: spaced(fields('issuingState').text),
    nationality: spaced(fields('nationality').text),
    ...readNames(fields('lastName').text),
    birthDate: wholeDate(birthDateParts),
    birthDateParts,
    sex,
    expiryDate,
    optionalData: [number.optional, spaced(fields('optional2').text), spaced(fields('personalNumber').text)].filter(
      Boolean,
    ),
  };
  return { ok: true, value };
}

function problemOf([code, { line, start }, , offset = 0]: Check): TravelDocumentProblem {
  return { code, path: [line], params: { line: line + 1, position: start + offset + 1 } };
}

function countryChecks(fields: Fields, specimens: boolean): Check[] {
  const [issuer, nationality] = [fields('issuingState'), fields('nationality')];
  const [issuedBy, citizenOf] = [country(spaced(issuer.text)), country(spaced(nationality.text))];
  return [
    ['MRZ_ISSUING_COUNTRY', issuer, issuedBy?.issuesDocuments ?? false],
    ['MRZ_SPECIMEN', issuer, specimens || !issuedBy?.specimen],
    ['MRZ_NATIONALITY', nationality, citizenOf !== undefined],
    ['MRZ_SPECIMEN', nationality, specimens || !citizenOf?.specimen],
  ];
}

function nameChecks(names: Field): Check[] {
  return [
    ['MRZ_NAME_MISSING', names, !/^<+$/.test(names.text)],
    ...strangeInNames(names.text).map((offset): Check => ['MRZ_NAME_CHARACTER', names, false, offset]),
  ];
}

function numberIn(format: ZoneFormat, fields: Fields): NumberInZone | undefined {
  return readDocumentNumber(
    fields('documentNumber').text,
    fields('documentNumberCheckDigit').text,
    continuation(format, fields).text,
  );
}

function numberChecks(format: ZoneFormat, fields: Fields, number: NumberInZone | undefined): Check[] {
  const [nine, checkDigit] = [fields('documentNumber'), fields('documentNumberCheckDigit')];
  const place = number?.continued === undefined ? checkDigit : continuation(format, fields);
  return [
    ['MRZ_DOCUMENT_NUMBER', nine, /^[A-Z0-9]/.test(nine.text)],
    ['MRZ_DOCUMENT_NUMBER_CHECK_DIGIT', place, number !== undefined && checkDigit.valid, number?.continued],
  ];
}

/** The field that continues a long number; a TD3 has none. */
function continuation(format: ZoneFormat, fields: Fields): Field {
  return fields(format === 'TD1' ? 'optional1' : 'optional');
}
