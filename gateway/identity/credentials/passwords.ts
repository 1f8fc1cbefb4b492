import { hash, verify } from '@node-rs/argon2';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** The shortest password, in characters. */
export const shortestPassword = 12;

/** The longest one that is looked at, in characters. */
const longest = 200;

/** From 0 to 4, how hard to guess a password has to be: more than ten billion guesses. */
const leastStrength = 3;

/** What is recommended for argon2id, which is the library's own choice, where a server has little memory to spare: 19 MiB, two rounds. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const guesser = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/** What is wrong with a password. */
export type PasswordProblem = 'PASSWORD_SHORT' | 'PASSWORD_LONG' | 'PASSWORD_COMMON';

/**
 * What is wrong with a password that somebody chooses: too short, among those that are tried first, or made of what is known of its owner.
 *
 * @param known what somebody else may know of the owner, such as the name.
 */
export function passwordProblem(password: string, known: readonly string[]): PasswordProblem | undefined {
  const { length } = [...password];
  if (length < shortestPassword) return 'PASSWORD_SHORT';
  if (length > longest) return 'PASSWORD_LONG';
  const words = ['qonaq', ...known.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))].filter(Boolean);
  return guesser.check(normal(password), words).score < leastStrength ? 'PASSWORD_COMMON' : undefined;
}

/** A password as it is kept. */
export function hashPassword(password: string): Promise<string> {
  return hash(normal(password), cost);
}

/** Whether a password is the one that was kept. Takes as long when none was: nobody learns who has one. */
export async function isPassword(password: string, kept: string | undefined): Promise<boolean> {
  const given = [...password].length > longest ? '' : normal(password);
  const matches = await verify(kept ?? (await nobodys), given);
  return kept !== undefined && matches;
}

const nobodys = hashPassword('a password that nobody has');

/** The same letters typed on another keyboard are the same password. */
function normal(password: string): string {
  return password.normalize('NFKC');
}
