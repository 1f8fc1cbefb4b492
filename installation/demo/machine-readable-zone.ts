/** What the machine-readable zone of a passport holds (ICAO 9303-4, format TD3). */
export interface PassportZone {
  /** ICAO code of the issuing state, such as `D` or `UTO`. */
  issuer: string;
  /** Latin capitals. */
  surname: string;
  givenName: string;
  /** At most 9 characters. */
  number: string;
  /** ICAO code of the citizenship. */
  nationality: string;
  birthDate: Temporal.PlainDate;
  sex: 'F' | 'M';
  expiresOn: Temporal.PlainDate;
  /** Personal number or other data of the state, at most 14 characters; often empty. */
  optionalData: string;
}

/** Composes the two lines of 44 characters, check digits included. */
export function passportZone(passport: PassportZone): [string, string] {
  const names = `${filled(passport.surname)}<<${filled(passport.givenName)}`;
  const number = checked(passport.number.padEnd(9, '<'));
  const birth = checked(digits(passport.birthDate));
  const expiry = checked(digits(passport.expiresOn));
  // Empty optional data have no check digit.
  const optional = passport.optionalData ? checked(passport.optionalData.padEnd(14, '<')) : '<'.repeat(15);
  const nationality = passport.nationality.padEnd(3, '<');
  return [
    `P<${passport.issuer.padEnd(3, '<')}${names}`.padEnd(44, '<').slice(0, 44),
    number + nationality + birth + passport.sex + expiry + optional + checkDigit(number + birth + expiry + optional),
  ];
}

/** The weights 7, 3, 1; digits count as themselves, A as 10 to Z as 35, the filler as 0. */
function checkDigit(text: string): string {
  const values = [...text].map((character) => (character === '<' ? 0 : parseInt(character, 36)));
  const sum = values.reduce((total, value, index) => total + value * ([7, 3, 1][index % 3] ?? 0), 0);
  return String(sum % 10);
}

function checked(text: string): string {
  return text + checkDigit(text);
}

function filled(name: string): string {
  return name.replace(/[ -]/g, '<');
}

function digits(date: Temporal.PlainDate): string {
  return date.toString().replaceAll('-', '').slice(2);
}
