import { styleText } from 'node:util';

/** How a step ended: as wished, or with a no that is right. */
type Ending = 'done' | 'refused';

/** Columns of a terminal that a line may take, of which: who acts, and how long it took. */
const width = { line: 100, who: 18, time: 9 } as const;

/** A heading. */
export function scene(title: string): void {
  write(`\n${styleText('bold', title)}`);
}

/** Does a step of the demo, and shows who did what, and in how many milliseconds. */
export async function step<Value>(
  { name }: { name: string },
  work: () => Promise<Value>,
  tell: (value: Value) => string,
  ending: Ending = 'done',
): Promise<Value> {
  const began = performance.now();
  const value = await work();
  const time = `${Math.round(performance.now() - began)} ms`.padStart(width.time);
  const mark = ending === 'done' ? styleText('green', '✓') : styleText('yellow', '✗');
  const what = tell(value).padEnd(width.line - width.who - width.time - 4);
  write(`  ${mark} ${styleText('cyan', name.padEnd(width.who))}${what}${styleText('dim', time)}`);
  return value;
}

/** Further lines that belong to a step. */
export function detail(lines: readonly string[]): void {
  for (const line of lines) write(styleText('dim', `${' '.repeat(width.who + 4)}${line}`));
}

/** A line of its own; `styleText` leaves colours out where there is no terminal, or where NO_COLOR asks for none. */
export function write(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** How much files are together, as people say it. */
export function kilobytes(files: readonly { size: number }[]): string {
  return `${Math.round(files.reduce((sum, { size }) => sum + size, 0) / 1000)} kB`;
}
