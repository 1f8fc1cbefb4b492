import type { Role } from '../../../../subgraphs/kit/viewer/roles.ts';

/** An operation that is ready to be sent. */
export interface ReadyOperation {
  /** Its name in words. */
  title: string;
  /** What it is for. */
  description: string;
  kind: 'query' | 'mutation';
  text: string;
}

/** The operations for a role, and then those for everybody, each by its title. */
export function shelfOf(role: Role, files: Record<string, string>): ReadyOperation[] {
  return [role, 'everybody'].flatMap((folder) =>
    Object.entries(files)
      .filter(([path]) => path.includes(`/${folder}/`))
      .map(([, text]) => readyOperation(text))
      .toSorted((one, other) => one.title.localeCompare(other.title)),
  );
}

/** An operation as a file has it: what it is for in comments, then its text. */
export function readyOperation(text: string): ReadyOperation {
  const comments = text.split('\n').filter((line) => line.startsWith('#'));
  const [, kind, name] = /^(query|mutation) (\w+)/m.exec(text)!;
  return {
    title: inWords(name!),
    description: comments.map((line) => line.slice(1).trim()).join(' '),
    kind: kind as ReadyOperation['kind'],
    text,
  };
}

/** `RegisterIinApplication` is "Register IIN application". */
function inWords(name: string): string {
  const words = name
    .split(/(?=[A-Z])/)
    .map((word) => (/^(iin|knb)$/i.test(word) ? word.toUpperCase() : word.toLowerCase()))
    .join(' ');
  return words[0]!.toUpperCase() + words.slice(1);
}
