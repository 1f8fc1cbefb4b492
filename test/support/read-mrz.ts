import { readMrz } from '../../subgraphs/applicants/rules/mrz.ts';

/** The day on which the tests read. */
export const today = Temporal.PlainDate.from('2026-03-05');

/** Specimens of Utopia are accepted. */
export const demo = { today, specimens: true };

/** The TD3 specimen of ICAO 9303. */
export const passport = [
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
  'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
];

/** The TD2 specimen. */
export const smallBook = ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'];

/** The TD1 specimen. */
export const card = [
  'I<UTOD231458907<<<<<<<<<<<<<<<',
  '7408122F1204159UTO<<<<<<<<<<<6',
  'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
];

/** The TD1 specimen whose number is longer than nine characters. */
export const longCard = [
  'I<UTOD23145890<7349<<<<<<<<<<<',
  '3407127M9507122UTO<<<<<<<<<<<2',
  'STEVENSON<<PETER<JOHN<<<<<<<<<',
];

/** Germany's TD3 specimen. */
export const german = ['P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<', 'C01X0006H1D<<6408125F1710319<<<<<<<<<<<<<<<0'];

/** What a zone says, its dates as text. */
export function reading(lines: readonly string[], options = demo) {
  const result = readMrz(lines, options);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return {
    ...result.value,
    birthDate: result.value.birthDate?.toString() ?? null,
    expiryDate: result.value.expiryDate.toString(),
  };
}

/** Why lines are refused: code, line and position. */
export function refusal(lines: readonly string[], options = demo) {
  const result = readMrz(lines, options);
  return result.ok
    ? []
    : result.problems.map(({ code, params }) => [code, params?.line, params?.position].filter(Boolean).join(' '));
}

/** The lines with one character changed; line and position count from one. */
export function withCharacter(lines: readonly string[], line: number, position: number, character: string): string[] {
  return lines.map((text, at) =>
    at === line - 1 ? text.slice(0, position - 1) + character + text.slice(position) : text,
  );
}
