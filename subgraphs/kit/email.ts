/** Whether a text has the form of an e-mail address. Whether it exists, a message tells. */
export function isEmailAddress(text: string): boolean {
  return /^[^\s@<>]{1,64}@[^\s@<>]{1,190}\.[^\s@<>.]{2,}$/u.test(text);
}
