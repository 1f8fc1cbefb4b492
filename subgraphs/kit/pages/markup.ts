/** A piece of a page: text that already is HTML. */
export class Markup {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

/** What may stand in a template: texts and numbers are escaped, pieces and lists of them stand as they are, what is missing is left out. */
export type Content = Markup | string | number | undefined | false | readonly Content[];

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A piece of a page from a template: whatever is put into it is escaped, in texts and in quoted attributes. */
export function markup(texts: TemplateStringsArray, ...contents: Content[]): Markup {
  return new Markup(String.raw({ raw: texts }, ...contents.map(escaped)));
}

function escaped(content: Content): string {
  if (content === undefined || content === false) return '';
  if (content instanceof Markup) return content.text;
  if (typeof content === 'object') return content.map(escaped).join('');
  return String(content).replace(/[&<>"']/g, (character) => entities[character]!);
}
