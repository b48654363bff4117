// Who may import whom. tests/architecture/context-rules.test.ts plants a violation of each rule and sees it fire.
const database = ['pg', 'knex', 'bull', 'ioredis'];
const asPackages = (names) => `(^|/)node_modules/(${names.join('|')})/`;
// Our own packages are found through links in node_modules as well as by path.
const own = (...folders) => `^(${folders.join('|')})/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'crm-not-to-wms',
      comment: 'The two systems agree only through the contract: crm must not import wms.',
      severity: 'error',
      from: { path: own('extensions/crm') },
      to: { path: own('extensions/wms') },
    },
    {
      name: 'wms-not-to-crm',
      comment: 'The two systems agree only through the contract: wms must not import crm.',
      severity: 'error',
      from: { path: own('extensions/wms') },
      to: { path: own('extensions/crm') },
    },
    {
      name: 'core-stands-below',
      comment: 'Core is on every node, whichever systems it hosts: it must not import one of them.',
      severity: 'error',
      from: { path: own('extensions/core') },
      to: { path: own('extensions/crm', 'extensions/wms') },
    },
    {
      name: 'kernel-knows-no-business',
      comment: 'The kernel is mechanism: it must not import a system, an event, a gate or the data model.',
      severity: 'error',
      from: { path: own('extensions/kernel') },
      to: { path: own('extensions/core', 'extensions/crm', 'extensions/wms', 'contract/events', 'rules', 'directus/model') },
    },
    {
      name: 'contract-stands-alone',
      comment: 'The contract is what both sides can read without the other: it imports zod and nothing of ours.',
      severity: 'error',
      // publish.ts is the tool that writes it, no part of it.
      from: { path: own('contract'), pathNot: ['\\.test\\.ts$', '^contract/publish\\.ts$'] },
      to: { pathNot: ['^contract/', '(^|/)node_modules/zod/', '^(node:)?[a-z_/]+$'] },
    },
    {
      name: 'rules-are-pure',
      comment: 'A gate judges facts it is given: it must not reach for a database, a queue or Directus.',
      severity: 'error',
      from: { path: own('rules'), pathNot: '\\.test\\.ts$' },
      to: { path: [asPackages([...database, 'directus', '@directus']), '^directus/'] },
    },
    {
      name: 'decisions-are-pure',
      comment: 'Files that decide, evaluate or derive work on plain data: no database, queue or Directus.',
      severity: 'error',
      from: { path: ['(^|/)(decide|evaluate|derive)\\.ts$', '(^|/)(decide|evaluate|derive)-[^/]+\\.ts$'] },
      to: { path: [asPackages([...database, 'directus', '@directus'])] },
    },
    {
      name: 'admin-takes-types-only',
      comment: 'The app talks to the systems over HTTP: of their code it may import types alone.',
      severity: 'error',
      from: { path: own('admin') },
      to: { path: own('extensions'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'systems-do-not-launch',
      comment: 'What runs inside a node must not depend on how it was started.',
      severity: 'error',
      from: { path: own('extensions', 'rules', 'contract') },
      to: { path: own('tests', 'seed') },
    },
    {
      name: 'no-cycles',
      comment: 'Files that import each other in a ring cannot be understood one at a time.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: '(^|/)(\\.build|\\.data[^/]*|admin/dist)/' },
    // Types count: a type of the other system is knowledge of the other system.
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    preserveSymlinks: false,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
