import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

let bundle: string | undefined;

/** The script of the signature form with all that it stands on, for the browser. Bundled once in a process: the first call takes a moment. */
export function signInScript(): string {
  bundle ??= buildSync({
    entryPoints: [fileURLToPath(new URL('sign-in-script.ts', import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    platform: 'browser',
    target: 'es2022',
    logLevel: 'error',
  }).outputFiles[0]!.text;
  return bundle;
}
