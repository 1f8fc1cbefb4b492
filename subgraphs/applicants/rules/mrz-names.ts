/** The names in a zone, words parted by spaces. A person may have only one of them. */
export interface ZoneNames {
  surname: string | null;
  givenNames: string | null;
  /** The field is full to its last character, so that names may be cut short or missing. */
  namesTruncated: boolean;
}

/**
 * The names of a name field: the surname, `<<`, the given names. Without `<<` there is one name, and it is the
 * surname.
 */
export function readNames(field: string): ZoneNames {
  const [primary = '', ...secondary] = field.split('<<');
  return {
    surname: words(primary),
    givenNames: words(secondary.join('<')),
    namesTruncated: !field.endsWith('<'),
  };
}

function words(text: string): string | null {
  return text.split('<').filter(Boolean).join(' ') || null;
}

/** Where (from zero) a name field holds what no name can: digits, or a single filler before the first letter. */
export function strangeInNames(field: string): number[] {
  const digits = [...field.matchAll(/\d+/g)].map(({ index }) => index);
  return /^<[^<]/.test(field) ? [0, ...digits] : digits;
}
