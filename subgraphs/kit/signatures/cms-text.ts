/** The bytes of a CMS that came as text: base64, as NCALayer gives it, with or without the lines of PEM. */
export function cmsOfText(text: string): Buffer {
  return Buffer.from(text.replaceAll(/-----(BEGIN|END) CMS-----|\s/g, ''), 'base64');
}
