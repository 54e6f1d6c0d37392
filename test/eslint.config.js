// What the linter holds us to: recommended rules, no escape hatches for markup or code from text.
import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'

const unused = { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' }

export default ts.config(
  {
    ignores: [
      'dist/**',
      'dist-node/**',
      'dataway-wasm/assembly/**',
      'dataway-wasm/build/**',
      'test-results/**',
      '**/*.generated.*',
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.worker, ...globals.node } } },
  { files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser } } },
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', unused],
      'svelte/no-at-html-tags': 'error',
      'svelte/no-navigation-without-resolve': 'off',
      'svelte/prefer-svelte-reactivity': 'off',
      'no-empty': ['error', { allowEmptyCatch: true }],
      'no-console': 'off',
      'no-control-regex': 'off',
      'no-eval': 'error',
      'no-new-func': 'error',
    },
  },
  {
    files: ['test/**'],
    rules: {
      'no-loss-of-precision': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      'no-new-func': 'off',
    },
  },
)
