/** Whose mission it is goes without saying: all of them are Kazakhstan's. */
const whose = / of the Republic of Kazakhstan| Республики Казахстан|^Қазақстан Республикасының /;

/** The name of a mission as it is listed, such as "Embassy in the Republic of Albania". */
export function shortName(name: string): string {
  return name.replace(whose, '');
}
