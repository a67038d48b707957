import js from '@eslint/js';
import importX from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const ADAPTERS = ['device', 'models', 'offline', 'sandbox', 'storage'];

/** `room` may import from `allowed` and from itself; all other rooms of src are refused. */
function importsOnly(room, allowed, why) {
  const rooms = ['core', 'run', ...ADAPTERS, 'state', 'ui'];
  return rooms
    .filter((other) => other !== room && !allowed.includes(other))
    .map((other) => ({ target: `./src/${room}`, from: `./src/${other}`, message: why }));
}

// The way of the data: core ← run ← {models, sandbox, storage}; {core, run} ← state ← ui; main sees all.
const IMPORT_RULES = [
  ...importsOnly('core', [], 'core is pure: it imports nothing of the other rooms.'),
  ...importsOnly('run', ['core'], 'run knows core only; adapters come through its ports.'),
  ...ADAPTERS.flatMap((adapter) =>
    importsOnly(adapter, ['core', 'run'], 'Adapters know core and run, never each other.'),
  ),
  ...importsOnly('state', ['core', 'run'], 'state gets adapters from main through the ports.'),
  ...importsOnly('ui', ['core', 'run', 'state'], 'ui gets adapters from main through the ports.'),
];

export default ts.config(
  { ignores: ['dist/', '.cache/', 'node_modules/', 'test-results/', 'playwright-report/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      globals: {
        ...globals.browser,
        ...globals.node,
        __PYTHON_VERSION__: 'readonly',
        __SITE_VERSION__: 'readonly',
        __TRACKER_URL__: 'readonly',
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
  },
  {
    files: ['src/**'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver': { node: { extensions: ['.ts', '.svelte', '.svelte.ts', '.js'] } },
    },
    rules: { 'import-x/no-restricted-paths': ['error', { zones: IMPORT_RULES }] },
  },
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      'no-console': 'off',
    },
  },
  // Maps and sets that only live inside one $derived, and private indexes, need no reactivity.
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    rules: { 'svelte/prefer-svelte-reactivity': 'off' },
  },
  // `any` hides what arrives; TypeScript itself finds undefined names.
  { files: ['**/*.ts', '**/*.svelte'], rules: { 'no-undef': 'off' } },
);
