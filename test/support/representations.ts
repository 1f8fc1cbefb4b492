import reference from '../../installation/reference/foreign-representations.json' with { type: 'json' };

/** The id of the German embassy in Astana, as the product comes with it. */
export const germanEmbassy = embassyOf('D');

/** The id of the embassy of a state, as the product comes with it. */
export function embassyOf(country: string): string {
  return reference.representations.find((each) => each.kind === 'EMBASSY' && each.country === country)!.id;
}

/** What an application in a category tells of a representation: staff name theirs (A§4). */
export function representationFor(category: string): { representationId?: string } {
  return category === 'REPRESENTATION_STAFF' ? { representationId: germanEmbassy } : {};
}
