import type { PersonName } from '../../kit/graph/person.ts';

// How names are compared across scripts and spellings. The database keeps the same sounds of every name (migrations/iin/0005): change both together.

/** What parts the words of a name, and what may stand inside a word without being heard. */
const between = /[\s.,‐–-]+/u;
const unheard = /[\s.,‐–'’‘ʼʻ`-]|\p{M}/gu;

/** Spellings of one sound, those of several letters first. `Zh`, `J` and `Y` stand for one another: Zhanibek, Janibek; Yuliya, Julia. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/DZH|ZH|DJ|J|ДЖ/g, ' '],
  [/T?S?CH|T?SH|C(?=[EIYZ])|Z/g, 'S'],
  [/PH/g, 'F'],
  [/TH/g, 'T'],
  [/[KG]H|G/g, 'H'],
  [/X/g, 'KS'],
  [/[CQ]/g, 'K'],
  [/W/g, 'V'],
];

/** Letters beyond A–Z, by the consonant that is heard; what isn't here is a vowel, or not heard. */
const furtherLetters = new Map(
  Object.entries({
    B: 'Б',
    D: 'ДЂĐÐ',
    F: 'Ф',
    H: 'ГҒҐХҺ',
    K: 'КҚ',
    L: 'ЛЉŁ',
    M: 'М',
    N: 'НҢЊ',
    P: 'П',
    R: 'Р',
    S: 'ЗЅЦЧШЩСЋẞ',
    T: 'ТÞ',
    V: 'В',
  }).flatMap(([consonant, letters]) => [...letters].map((letter) => [letter, consonant] as const)),
);

/**
 * The consonants that are heard in a name, in Latin or Cyrillic letters: `MHMD` for Muhammad, Mukhamed and Мұхамед. Case, accents, vowels, spaces and
 * signs don't count; a name without consonants is `A`.
 */
export function sound(name: string): string {
  let heard = name.toUpperCase().normalize('NFD').replace(unheard, '').replaceAll('Ь', '');
  for (const [spelling, letter] of spellings) heard = heard.replace(spelling, letter);
  const consonants = Array.from(heard, (letter) => furtherLetters.get(letter) ?? letter)
    .join('')
    .replace(/[^BDFHKLMNPRSTV]/g, ' ')
    .replace(/T+S/g, 'S')
    .replace(/(.)\1+/g, '$1')
    .replaceAll(' ', '');
  return consonants || 'A';
}

/** The words of a text, each as letters only, without case and accents. */
export function words(text: string | null | undefined): string[] {
  const upper = (text ?? '').toUpperCase().normalize('NFD');
  return upper
    .split(between)
    .map((word) => word.replace(unheard, ''))
    .filter(Boolean);
}

/** The sounds of a name's words, and of what others may write as one word. */
export function soundsOf({ surname, givenNames }: PersonName): string[] {
  const parts = [surname, givenNames].filter((part) => part !== null && words(part).length > 0) as string[];
  return [...new Set([...parts.flatMap(words), ...parts].map(sound))];
}

/** How two names agree. */
export type NameAgreement = 'SAME_NAME' | 'SIMILAR_NAME' | 'PART_OF_NAME';

/**
 * How two names agree, each in one script: the same words in any order; sounding alike, where either may lack some of the other's words, write several
 * as one, swap surname and given names, or have a consonant wrong; a word that sounds alike. Patronymics don't count: many documents lack them.
 */
export function nameAgreement(one: PersonName, other: PersonName): NameAgreement | undefined {
  const [left, right] = [one, other].map(({ surname, givenNames }) => [...words(surname), ...words(givenNames)]);
  if (left!.length === 0 || right!.length === 0) return undefined;
  if (left!.toSorted().join(' ') === right!.toSorted().join(' ')) return 'SAME_NAME';
  const [heard, alsoHeard] = [left!.map(sound), right!.map(sound)];
  const alike =
    contains(heard, alsoHeard) ||
    contains(alsoHeard, heard) ||
    partsAgree(one, other) ||
    oneConsonantApart(heard, alsoHeard);
  if (alike) return 'SIMILAR_NAME';
  return heard.some((each) => alsoHeard.includes(each)) ? 'PART_OF_NAME' : undefined;
}

/** Whether a list holds all of another one, what stands there twice also twice. */
function contains(list: readonly string[], all: readonly string[]): boolean {
  return without(all, list).length === 0;
}

/** What is left of a list without what stands in another one, each as often as it stands there. */
function without(list: readonly string[], taken: readonly string[]): string[] {
  const left = [...list];
  for (const each of taken) if (left.includes(each)) left.splice(left.indexOf(each), 1);
  return left;
}

/** Whether surname and given names sound alike as wholes, also when somebody has swapped them. */
function partsAgree(one: PersonName, other: PersonName): boolean {
  const [surname, givenNames] = wholes(one);
  const [otherSurname, otherGivenNames] = wholes(other);
  return (
    (surname === otherSurname && givenNames === otherGivenNames) ||
    (surname === otherGivenNames && givenNames === otherSurname)
  );
}

function wholes({ surname, givenNames }: PersonName): string[] {
  return [surname, givenNames].map((part) => {
    const whole = words(part).join('');
    return whole && sound(whole);
  });
}

/** The shortest sounds in which a wrong consonant may be overlooked; in shorter ones it makes another name. */
const longEnough = 4;

/** Whether the words of two names sound alike but for one, in which a consonant is wrong, missing, or swapped with the next. */
function oneConsonantApart(one: readonly string[], other: readonly string[]): boolean {
  const [[left, ...more], [right, ...others]] = [without(one, other), without(other, one)];
  if (left === undefined || right === undefined || more.length > 0 || others.length > 0) return false;
  return Math.min(left.length, right.length) >= longEnough && withinOneChange(left, right);
}

/** Whether one text becomes the other by one letter that is changed, added or left out, or two that are swapped. */
function withinOneChange(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return short.slice(at + 1) === long.slice(at + 1) || (swapped && short.slice(at + 2) === long.slice(at + 2));
}
