import { registerHooks } from 'node:module';

const tests = new URL('../', import.meta.url).href;
const globals = new URL('./jest-globals.ts', import.meta.url).href;

// Every test file is imported under an address of its own, `?` and a moment. What it imports from the tests' folder follows it, so that nothing of one file is left to the next: only
// the product is loaded once. `@jest/globals` itself can be imported in the virtual machine of jest's own runner only.
registerHooks({
  resolve: (specifier, context, next) => {
    const found = next(specifier === '@jest/globals' ? globals : specifier, context);
    const { search } = new URL(context.parentURL ?? tests);
    return found.url.startsWith(tests) && !found.url.includes('?') ? { ...found, url: `${found.url}${search}` } : found;
  },
});
