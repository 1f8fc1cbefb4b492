/** A synthetic person and document, for lines that a scanner would give. */
export interface SyntheticDocument {
  documentCode: string;
  /** ICAO code. */
  issuingCountry: string;
  nationality: string;
  /** Latin letters, spaces, hyphens and apostrophes. */
  surname: string;
  givenNames: string;
  /** May be longer than nine characters in a TD1 or TD2. */
  documentNumber: string;
  /** A date, or the six characters of the zone where a part is unknown. */
  birthDate: Temporal.PlainDate | string;
  sex: 'M' | 'F' | '<';
  expiryDate: Temporal.PlainDate | string;
  optionalData: string;
}

const nobody: SyntheticDocument = {
  documentCode: '',
  issuingCountry: 'UTO',
  nationality: 'UTO',
  surname: 'ERIKSSON',
  givenNames: 'ANNA MARIA',
  documentNumber: 'L898902C3',
  birthDate: '740812',
  sex: 'F',
  expiryDate: '120415',
  optionalData: '',
};

/** The lines of a passport book (TD3, two of 44), with right check digits. */
export function passportLines(document: Partial<SyntheticDocument> = {}): [string, string] {
  const { documentCode, issuingCountry, nationality, sex, optionalData, ...rest } = { ...nobody, ...document };
  const number = withDigit(fill(rest.documentNumber, 9));
  const birth = withDigit(sixCharacters(rest.birthDate));
  const expiry = withDigit(sixCharacters(rest.expiryDate));
  const optional = optionalData ? withDigit(fill(optionalData, 14)) : '<'.repeat(15);
  const names = fill(namesOf(rest), 39);
  return [
    `${fill(documentCode || 'P', 2)}${fill(issuingCountry, 3)}${names}`,
    `${number}${fill(nationality, 3)}${birth}${sex}${expiry}${optional}${checkDigit(number + birth + expiry + optional)}`,
  ];
}

/** The lines of a small book (TD2, two of 36), with right check digits. */
export function smallBookLines(document: Partial<SyntheticDocument> = {}): [string, string] {
  const { documentCode, issuingCountry, nationality, sex, optionalData, ...rest } = { ...nobody, ...document };
  const { number, continued } = splitNumber(rest.documentNumber);
  const birth = withDigit(sixCharacters(rest.birthDate));
  const expiry = withDigit(sixCharacters(rest.expiryDate));
  const optional = fill(continued + optionalData, 7);
  return [
    `${fill(documentCode || 'I', 2)}${fill(issuingCountry, 3)}${fill(namesOf(rest), 31)}`,
    `${number}${fill(nationality, 3)}${birth}${sex}${expiry}${optional}${checkDigit(number + birth + expiry + optional)}`,
  ];
}

/** The lines of a card (TD1, three of 30), with right check digits. */
export function cardLines(document: Partial<SyntheticDocument> = {}): [string, string, string] {
  const { documentCode, issuingCountry, nationality, sex, optionalData, ...rest } = { ...nobody, ...document };
  const { number, continued } = splitNumber(rest.documentNumber);
  const birth = withDigit(sixCharacters(rest.birthDate));
  const expiry = withDigit(sixCharacters(rest.expiryDate));
  const [optional, second] = [fill(continued + optionalData, 15), '<'.repeat(11)];
  return [
    `${fill(documentCode || 'I', 2)}${fill(issuingCountry, 3)}${number}${optional}`,
    `${birth}${sex}${expiry}${fill(nationality, 3)}${second}${checkDigit(number + optional + birth + expiry + second)}`,
    fill(namesOf(rest), 30),
  ];
}

/** The check digit of ICAO 9303-3, section 4.9, as the document describes it: weights 7, 3, 1, modulo 10. */
export function checkDigit(characters: string): string {
  const values = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const weights = [7, 3, 1];
  const sum = [...characters].reduce(
    (total, character, at) => total + Math.max(values.indexOf(character), 0) * weights[at % 3]!,
    0,
  );
  return String(sum % 10);
}

function withDigit(field: string): string {
  return field + checkDigit(field);
}

function splitNumber(documentNumber: string): { number: string; continued: string } {
  if (documentNumber.length <= 9) return { number: withDigit(fill(documentNumber, 9)), continued: '' };
  return {
    number: `${documentNumber.slice(0, 9)}<`,
    continued: `${documentNumber.slice(9)}${checkDigit(documentNumber)}<`,
  };
}

function namesOf({ surname, givenNames }: Pick<SyntheticDocument, 'surname' | 'givenNames'>): string {
  const [primary, secondary] = [surname, givenNames].map((name) =>
    name.toUpperCase().replace(/'/g, '').replace(/[ -]/g, '<'),
  );
  return secondary ? `${primary}<<${secondary}` : primary!;
}

function sixCharacters(date: Temporal.PlainDate | string): string {
  return typeof date === 'string' ? date : date.toString().replaceAll('-', '').slice(2);
}

function fill(text: string, length: number): string {
  return text.padEnd(length, '<').slice(0, length);
}
