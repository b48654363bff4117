import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '.build/',
      '.data/',
      '.data-*/',
      'admin/dist/',
      'admin/vite.config.ts',
      'coverage/',
      'tests/architecture/fixtures/',
    ],
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Numbers in messages are what messages are for.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // Says nothing that noUncheckedIndexedAccess does not say better.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // `async` states the kind of function, also where nothing is awaited yet.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Index signatures are read with brackets (tsconfig); types keep the two apart.
      '@typescript-eslint/dot-notation': 'off',
      // `||` is meant where an empty environment variable counts as none.
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Our interfaces are met by objects of closures, which may be taken apart; classes are few.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
    },
  },
  {
    // Directus takes an extension from its default export.
    files: ['directus/extension/index.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    // What is kept in the browser is kept under the person's id; what belongs to the machine says so here.
    files: ['admin/src/**/*.{ts,tsx}'],
    ignores: [
      'admin/src/session/own-storage.ts',
      'admin/src/fresh-after-deploy.ts',
      'admin/src/theme/theme-mode.ts',
      'admin/src/i18n/language.ts',
      'admin/src/shell/shell.tsx',
    ],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['localStorage', 'sessionStorage'].map((name) => ({ name, message: 'Use session/own-storage.ts.' })),
      ],
      'no-restricted-properties': [
        'error',
        ...['localStorage', 'sessionStorage'].map((property) => ({ object: 'window', property, message: 'Use session/own-storage.ts.' })),
      ],
    },
  },
  {
    files: ['admin/src/**/*.tsx'],
    ignores: ['admin/src/components/layout/dialog.tsx'],
    rules: {
      'no-restricted-imports': ['error', { name: 'antd', importNames: ['Modal'], message: 'Use components/layout/dialog.tsx.' }],
    },
  },
  {
    files: ['**/*.test.ts', 'tests/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      // Jest's asymmetric matchers are typed any.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      'no-console': 'off',
    },
  },
);
