/** How a proof ended. */
export interface Outcome {
  /** ISO date. */
  date: string;
  proof: string;
  size: string;
  result: string;
  /** In words, with the machine. */
  time: string;
}

/** The text of `docs/proofs.md` with the outcome in its table: in the place of that proof's earlier one, else as the last row. */
export function withOutcome(text: string, { date, proof, size, result, time }: Outcome): string {
  const row = `| ${[date, `\`${proof}\``, size, result, time].map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  const lines = text.trimEnd().split('\n');
  const earlier = lines.findIndex((line) => line.startsWith('|') && line.split('|')[2]?.trim() === `\`${proof}\``);
  if (earlier >= 0) lines[earlier] = row;
  else lines.splice(lines.findLastIndex((line) => line.startsWith('|')) + 1, 0, row);
  return `${lines.join('\n')}\n`;
}
