/** A vector of whole numbers; all in one calculation have the same length. */
export type Vector = readonly number[];

/** Calculations are modulo a prime: exact, and the small numbers of sums and differences behave as whole ones do. */
const prime = 1_000_003;

/** The vectors in echelon form: none can be told by the others, and each begins with a one where no other has anything. */
export function independent(vectors: readonly Vector[]): Vector[] {
  const rows: Vector[] = [];
  for (const vector of vectors) {
    const rest = reduce(vector, rows);
    const lead = rest.findIndex((each) => each !== 0);
    if (lead < 0) continue;
    const factor = inverse(rest[lead]!);
    const row = rest.map((each) => modulo(each * factor));
    for (const [index, other] of rows.entries()) rows[index] = without(other, row, lead);
    rows.push(row);
  }
  return rows;
}

/** Whether a vector is a sum of multiples of independent ones. */
export function isTold(vector: Vector, rows: readonly Vector[]): boolean {
  return reduce(vector, rows).every((each) => each === 0);
}

/** What is orthogonal to all of the independent vectors. */
export function complement(rows: readonly Vector[], length: number): Vector[] {
  const leads = rows.map(leadOf);
  const free = Array.from({ length }, (_, index) => index).filter((index) => !leads.includes(index));
  return free.map((column) =>
    Array.from({ length }, (_, index) => {
      const row = leads.indexOf(index);
      return row >= 0 ? modulo(-rows[row]![column]!) : Number(index === column);
    }),
  );
}

function reduce(vector: Vector, rows: readonly Vector[]): Vector {
  return rows.reduce((rest, row) => without(rest, row, leadOf(row)), vector.map(modulo));
}

/** The vector, less so much of a row that nothing is left where that begins. */
function without(vector: Vector, row: Vector, lead: number): Vector {
  const factor = vector[lead]!;
  return factor === 0 ? vector : vector.map((each, index) => modulo(each - factor * row[index]!));
}

function leadOf(row: Vector): number {
  return row.findIndex((each) => each !== 0);
}

function modulo(value: number): number {
  return ((value % prime) + prime) % prime;
}

/** By what one multiplies instead of dividing (Fermat). */
function inverse(value: number): number {
  let [result, base, exponent] = [1, value, prime - 2];
  while (exponent > 0) {
    if (exponent % 2 === 1) result = modulo(result * base);
    base = modulo(base * base);
    exponent = Math.floor(exponent / 2);
  }
  return result;
}
