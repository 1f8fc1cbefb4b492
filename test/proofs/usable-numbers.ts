// Written from the description of the number alone, apart from the product's own rules, which it is to judge.

/** Every number that can be formed in demo mode for a date of birth: YYMMDD, 0, 9, a serial of three digits, the check digit. */
export function usableNumbers(birthDate: string): string[] {
  const beginning = `${birthDate.slice(2, 4)}${birthDate.slice(5, 7)}${birthDate.slice(8, 10)}09`;
  const numbers: string[] = [];
  for (let serial = 0; serial <= 999; serial++) {
    const eleven = beginning + (1000 + serial).toString().slice(1);
    const twelfth = lastDigit(eleven);
    if (twelfth !== 'none') numbers.push(eleven + twelfth);
  }
  return numbers;
}

/** The sum of digit × place, modulo 11; when that is 10, with the weights 3 to 11, 1, 2; when that is 10 too, there is none. */
export function lastDigit(eleven: string): string {
  let first = 0;
  let second = 0;
  for (let place = 1; place <= 11; place++) {
    const digit = eleven.charCodeAt(place - 1) - 48;
    first += digit * place;
    second += digit * (place <= 9 ? place + 2 : place - 9);
  }
  if (first % 11 < 10) return String(first % 11);
  return second % 11 < 10 ? String(second % 11) : 'none';
}
