import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Everything that reads the machine's clock; only `kit/clock.ts` may, so that one clock rules the product and its tests. */
const clockRules = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Ask kit/clock for the time.' },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'Ask kit/clock for the time.' },
  { selector: "MemberExpression[object.name='Temporal'][property.name='Now']", message: 'Ask kit/clock for the time.' },
  {
    selector: 'TemplateElement[value.raw=/\\b(now\\(\\)|current_timestamp|current_date|clock_timestamp)/i]',
    message: 'Pass the time of kit/clock to the statement.',
  },
  {
    selector: 'Literal[value=/\\b(now\\(\\)|current_timestamp|current_date|clock_timestamp)/i]',
    message: 'Pass the time of kit/clock to the statement.',
  },
];

export default tseslint.config(
  { ignores: ['node_modules/', 'data/', 'coverage/'] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', '*.cjs', 'bench/competitors/*.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'no-console': 'error',
    },
  },
  { files: ['gateway/**', 'subgraphs/**'], rules: { 'no-restricted-syntax': ['error', ...clockRules] } },
  // A browser has a clock of its own.
  { files: ['subgraphs/kit/clock.ts', 'gateway/pages/browser/**'], rules: { 'no-restricted-syntax': 'off' } },
  // What people call from a terminal speaks to it.
  {
    files: ['start.ts', '**/*-command.ts', 'installation/{admin,demo}/*.ts', 'test/gate.ts', 'test/proofs/prove.ts'],
    rules: { 'no-console': 'off' },
  },
  // Tests read answers of the graph by the names that they asked for.
  {
    files: ['test/**'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.cjs'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: { globals: { module: 'writable' } },
  },
);
