import { fileURLToPath } from 'node:url';
import { buildSync, stop } from 'esbuild';

let bundle: string | undefined;

/** The script of the signature form with all that it stands on, for the browser. Bundled once in a process: the first call takes a moment. */
export function signInScript(): string {
  if (bundle !== undefined) return bundle;
  bundle = buildSync({
    entryPoints: [fileURLToPath(new URL('sign-in-script.ts', import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    platform: 'browser',
    target: 'es2022',
    logLevel: 'error',
  }).outputFiles[0]!.text;
  // The bundler would go on running beside the product.
  void stop();
  return bundle;
}
