/**
 * The Latin spellings of a Cyrillic letter. The first is the recommended one of ICAO 9303-3, section 6 B; the others
 * are the exceptions of that table for single languages, and spellings of older and of Kazakh passports.
 */
const spellings: Record<string, readonly [string, ...string[]]> = {
  А: ['A'],
  Ә: ['A'],
  Б: ['B'],
  В: ['V'],
  Г: ['G', 'H'],
  Ғ: ['G', 'GJ'],
  Ґ: ['G'],
  Ѓ: ['G', 'GJ'],
  Д: ['D'],
  Ђ: ['D'],
  Е: ['E', 'YE'],
  Ё: ['E', 'IO', 'YO'],
  Є: ['IE', 'YE'],
  Ж: ['ZH', 'Z'],
  З: ['Z'],
  Ѕ: ['DZ'],
  И: ['I', 'Y'],
  І: ['I'],
  Ї: ['I', 'YI'],
  Й: ['I', 'Y'],
  Ј: ['J'],
  К: ['K'],
  Қ: ['K'],
  Ќ: ['K', 'KJ'],
  Л: ['L'],
  Љ: ['LJ'],
  М: ['M'],
  Н: ['N'],
  Ң: ['N'],
  Њ: ['NJ'],
  О: ['O'],
  Ө: ['O'],
  П: ['P'],
  Р: ['R'],
  С: ['S'],
  Т: ['T'],
  Ћ: ['C'],
  У: ['U'],
  Ў: ['U'],
  Ұ: ['U'],
  Ү: ['U'],
  Ѫ: ['U'],
  Ф: ['F'],
  Х: ['KH', 'H'],
  // ICAO gives C, which is meant for the Serbian letter that looks alike; here it is the Kazakh one.
  Һ: ['H'],
  Ц: ['TS', 'C'],
  Ч: ['CH', 'C'],
  Џ: ['DZ', 'DJ'],
  Ш: ['SH', 'S'],
  Щ: ['SHCH', 'SHT'],
  Ъ: ['IE', ''],
  Ы: ['Y'],
  Ь: [''],
  Э: ['E'],
  Ю: ['IU', 'YU'],
  Я: ['IA', 'YA'],
  Ѵ: ['Y'],
};

/**
 * A Cyrillic text in capital Latin letters by ICAO 9303-3 (Kazakh letters included). What is not Cyrillic stays as it
 * is.
 */
export function transliterate(cyrillic: string): string {
  return [...cyrillic.normalize('NFC').toUpperCase()].map((letter) => latinOf(letter)[0]).join('');
}

/**
 * Whether a Latin spelling is one that the table allows for a Cyrillic one. Case, accents, spaces and signs don't
 * count. It may warn and never refuse: a name that was Latin first (`Smith`, `Смит`) seldom agrees.
 */
export function spellingsAgree(cyrillic: string, latin: string): boolean {
  const target = lettersOnly(latin.normalize('NFD'));
  let reached = new Set([0]);
  for (const letter of lettersOnly(cyrillic.normalize('NFC'))) {
    const continues = (at: number) =>
      latinOf(letter)
        .filter((spelling) => target.startsWith(spelling, at))
        .map(({ length }) => at + length);
    reached = new Set([...reached].flatMap(continues));
  }
  return reached.has(target.length);
}

function latinOf(letter: string): readonly [string, ...string[]] {
  return spellings[letter] ?? [letter];
}

function lettersOnly(text: string): string {
  return text.toUpperCase().replace(/\P{Lu}/gu, '');
}
