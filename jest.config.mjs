// Tests run as ES modules, as the code does: `import.meta` and packages that exist only as ES modules work
// without rewriting. tests/run.ts starts jest with the flag that needs.
const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '\\.tsx?$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: 'inline',
        module: { type: 'es6' },
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', tsx: false },
          keepClassNames: true,
          experimental: { keepImportAttributes: true },
        },
      },
    ],
  },
  // Bundles and data folders hold copies of package.json and of our code.
  modulePathIgnorePatterns: ['<rootDir>/\\.build', '<rootDir>/\\.data', '<rootDir>/admin/dist'],
  testPathIgnorePatterns: ['/node_modules/'],
};

export default {
  rootDir: import.meta.dirname,
  watchman: false,
  projects: [
    {
      ...shared,
      displayName: 'pure',
      testMatch: [
        '<rootDir>/{contract,rules,directus,extensions,seed}/**/*.test.ts',
        '<rootDir>/admin/src/**/*.test.ts',
        '<rootDir>/tests/{contract,gates,architecture}/**/*.test.ts',
      ],
    },
    {
      ...shared,
      displayName: 'stack',
      testEnvironment: '<rootDir>/tests/stack/telling-environment.mjs',
      // What needs two nodes runs only where there are two.
      testMatch: [
        '<rootDir>/tests/{integration,e2e,browser}/**/*.test.ts',
        ...(process.env.SELVEDGE_TEST_SPLIT === '1' ? ['<rootDir>/tests/two-nodes/**/*.test.ts'] : []),
      ],
      globalSetup: '<rootDir>/tests/stack/start.mjs',
      globalTeardown: '<rootDir>/tests/stack/stop.mjs',
    },
  ],
};
