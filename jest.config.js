/** What runs everywhere. */
const everywhere = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  globalSetup: './test/support/global-setup.ts',
  globalTeardown: './test/support/global-teardown.ts',
};

/** Files that put something else in the place of a module of the product, for which it has to be loaded anew. */
const withOtherModules = ['declarations', 'row-rules'].map((name) => `<rootDir>/test/access/${name}.test.ts`);

/** @type {import('jest').Config} */
export default {
  maxWorkers: 2,
  // For jest's own runner; in the other one the tests' own `test` and hooks see to it.
  testTimeout: 600_000,
  testSequencer: './jest.sequencer.js',
  projects: [
    {
      // The product is loaded once in each worker, and started by each file: jest's own runner would load it for each file, which takes longer than most files.
      ...everywhere,
      runner: 'jest-light-runner/child-process',
      testMatch: ['**/*.test.ts'],
      testPathIgnorePatterns: withOtherModules,
      setupFiles: ['./test/support/loading.ts'],
      transform: {},
    },
    {
      ...everywhere,
      testMatch: withOtherModules,
      extensionsToTreatAsEsm: ['.ts'],
      transform: {
        '\\.ts$': [
          '@swc/jest',
          {
            jsc: {
              experimental: { keepImportAttributes: true },
              target: 'esnext',
              parser: { syntax: 'typescript', decorators: true },
              transform: { legacyDecorator: true, useDefineForClassFields: false },
            },
            module: { type: 'es6' },
          },
        ],
      },
    },
  ],
};
