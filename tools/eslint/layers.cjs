const { builtinModules } = require('node:module');
const path = require('node:path');
const createPackageConfig = require('@backstage/cli/config/eslint-factory');

const SCOPE = '@devops-scorecards/plugin-';

/**
 * What each package may import of this repository. Whatever is not listed is
 * forbidden, so a new package starts by saying where it stands.
 */
const ARROWS = {
  'maturity-common': [],
  'maturity-node': ['maturity-common'],
  'maturity-backend': ['maturity-common', 'maturity-node'],
  'maturity-backend-module-demo': ['maturity-common', 'maturity-node'],
  'maturity-backend-module-github': ['maturity-common', 'maturity-node'],
  'maturity-backend-module-gitlab': ['maturity-common', 'maturity-node'],
  'maturity-backend-module-jenkins': ['maturity-common', 'maturity-node'],
  'maturity-backend-module-argocd': ['maturity-common', 'maturity-node'],
  'maturity-backend-module-tekton': ['maturity-common', 'maturity-node'],
  'maturity-backend-module-pagerduty': ['maturity-common', 'maturity-node'],
  'maturity-backend-module-opsgenie': ['maturity-common', 'maturity-node'],
  'maturity-backend-module-alertmanager': ['maturity-common', 'maturity-node'],
  'maturity-backend-module-grafana': [
    'maturity-common',
    'maturity-node',
    'maturity-backend-module-alertmanager',
  ],
  'maturity-backend-module-incident-webhook': [
    'maturity-common',
    'maturity-node',
  ],
  'maturity-backend-module-git': ['maturity-common', 'maturity-node'],
  'catalog-backend-module-maturity': ['maturity-common', 'maturity-node'],
  'maturity-react': ['maturity-common'],
  maturity: ['maturity-common', 'maturity-react'],
  'stability-scorecard': ['maturity-common', 'maturity-react'],
};

/** Tests may also put together what runs together, but never across the wire. */
const ARROWS_OF_TESTS = {
  '@devops-scorecards/maturity-cli': ['maturity-backend'],
  'maturity-backend': ['maturity-backend-module-github'],
  'maturity-backend-module-demo': ['maturity-backend'],
  'maturity-backend-module-github': ['maturity-backend'],
  'maturity-backend-module-gitlab': ['maturity-backend'],
  'maturity-backend-module-jenkins': ['maturity-backend'],
  'maturity-backend-module-argocd': ['maturity-backend'],
  'maturity-backend-module-tekton': ['maturity-backend'],
  'maturity-backend-module-pagerduty': ['maturity-backend'],
  'maturity-backend-module-opsgenie': ['maturity-backend'],
  'maturity-backend-module-alertmanager': ['maturity-backend'],
  'maturity-backend-module-grafana': ['maturity-backend'],
  'maturity-backend-module-incident-webhook': ['maturity-backend'],
  'maturity-backend-module-git': ['maturity-backend'],
  'catalog-backend-module-maturity': ['maturity-backend'],
};

/** The portal may import what runs on its side of the wire. */
const SIDES = {
  '@devops-scorecards/maturity-cli': ['maturity-common'],
  app: ['maturity', 'maturity-common', 'maturity-react', 'stability-scorecard'],
  backend: Object.keys(ARROWS).filter(name =>
    /-(common|node)$|backend/.test(name),
  ),
};

/** Tests and, in folders called `testing`, what several of them share. */
const TESTS = ['**/*.test.*', '**/testing/**', '**/setupTests.*'];

/** Files that are pure though they do not lie in a `domain` folder. */
const PURE = {
  'maturity-common': ['src/**'],
  'maturity-backend': ['src/metrics/measureEntity.ts'],
};

/** Exceptions from that: what speaks to the server. */
const NOT_PURE = ['src/api/MaturityClient.ts', 'src/api/HttpCaller.ts'];

/** Pure code computes from its arguments: no I/O, no clock, no chance. */
const IMPURE_IMPORTS = {
  // The slash makes them names of packages and not of folders of ours.
  group: [
    'knex',
    'express',
    'express-*',
    'pg',
    'better-sqlite3',
    '@backstage/config',
    '@backstage/backend-*',
    '@backstage/catalog-client',
    'node:*',
    ...builtinModules.filter(name => !name.startsWith('_')),
  ].map(name => `/${name}`),
  message:
    'Pure code does not know databases, servers, configuration or Node.js. Take what it needs as an argument.',
};

const IMPURE_SYNTAX = [
  ['MemberExpression[object.name="Date"][property.name="now"]', 'the time'],
  ['NewExpression[callee.name="Date"][arguments.length=0]', 'the time'],
  ['CallExpression[callee.name="Date"]', 'the time'],
  ['MemberExpression[object.name="DateTime"][property.name="now"]', 'the time'],
  [
    'CallExpression[callee.object.name="DateTime"][callee.property.name=/^(local|utc)$/][arguments.length=0]',
    'the time',
  ],
  ['MemberExpression[object.name="performance"]', 'the time'],
  ['MemberExpression[object.name="Math"][property.name="random"]', 'chance'],
  ['MemberExpression[object.name="crypto"]', 'chance'],
  ['MemberExpression[object.name="process"]', 'the process'],
  ['CallExpression[callee.name="fetch"]', 'the network'],
  ['Identifier[name="__dirname"]', 'the file system'],
].map(([selector, what]) => ({
  selector,
  message: `Pure code does not ask for ${what}: take it as an argument.`,
}));

/** Out of a `domain` folder only into another, or into a file of `PURE`. */
const LEAVING_DOMAIN = {
  selector:
    ':matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration)[source.value=/^\\.\\.\\/(?!.*(domain\\/|measureEntity$))/]',
  message:
    'Pure code imports only pure code: other files of domain folders, and what tools/eslint/layers.cjs lists.',
};

/** The same from a folder inside `domain`, which may share what lies above it. */
const LEAVING_DOMAIN_FOLDER = {
  ...LEAVING_DOMAIN,
  selector: LEAVING_DOMAIN.selector.replace(
    '/^\\.\\.\\/',
    '/^\\.\\.\\/\\.\\.\\/',
  ),
};

/** What Backstage forbids to import everywhere; an override must repeat it. */
const NEVER_IMPORTED = {
  group: ['*.stories*', '*.test*', '**/testing', '**/testing/**'],
  message: 'Tests import the product, not the other way round.',
};

/**
 * ESLint configuration of a package: Backstage's, with the arrows between our
 * packages and, for `domain` folders and all of maturity-common, purity.
 *
 * @param {string} directory - the package
 */
module.exports = function createLayeredConfig(directory) {
  const name = require(path.join(directory, 'package.json')).name.replace(
    SCOPE,
    '',
  );
  const allowed = ARROWS[name] ?? SIDES[name];
  if (!allowed) {
    throw new Error(
      `Say in tools/eslint/layers.cjs what ${name} may import of this repository`,
    );
  }
  const arrows = forbiddenImports(name, allowed);
  const arrowsOfTests = forbiddenImports(name, [
    ...allowed,
    ...(ARROWS_OF_TESTS[name] ?? []),
  ]);
  const base = createPackageConfig(directory);
  const restrictedPaths = base.rules['no-restricted-imports'][1].paths;

  return {
    ...base,
    overrides: [
      ...base.overrides,
      {
        files: ['src/**'],
        excludedFiles: TESTS,
        rules: {
          'no-restricted-imports': [
            'error',
            {
              paths: restrictedPaths,
              patterns: [NEVER_IMPORTED, ...arrows],
            },
          ],
        },
      },
      {
        files: TESTS,
        rules: {
          'no-restricted-imports': ['error', { patterns: arrowsOfTests }],
          // It takes only some file names for tests, and would have what
          // tests share among the dependencies of the product.
          '@backstage/no-undeclared-imports': 'off',
          // Tests are not bundled, and may read files beside them.
          'no-restricted-syntax': 'off',
        },
      },
      {
        files: ['src/**/domain/**', ...(PURE[name] ?? [])],
        excludedFiles: [...TESTS, ...NOT_PURE],
        rules: {
          'no-restricted-imports': [
            'error',
            {
              paths: restrictedPaths,
              patterns: [NEVER_IMPORTED, ...arrows, IMPURE_IMPORTS],
            },
          ],
          'no-restricted-syntax': ['error', ...IMPURE_SYNTAX],
        },
      },
      {
        files: ['src/**/domain/**'],
        excludedFiles: TESTS,
        rules: {
          'no-restricted-syntax': ['error', ...IMPURE_SYNTAX, LEAVING_DOMAIN],
        },
      },
      {
        files: ['src/**/domain/*/**'],
        excludedFiles: TESTS,
        rules: {
          'no-restricted-syntax': [
            'error',
            ...IMPURE_SYNTAX,
            LEAVING_DOMAIN_FOLDER,
          ],
        },
      },
    ],
  };
};

/** Patterns for `no-restricted-imports`: our packages but those allowed. */
function forbiddenImports(name, allowed) {
  return [
    {
      group: [
        `${SCOPE}*`,
        `${SCOPE}*/**`,
        ...[name, ...allowed].flatMap(other => [
          `!${SCOPE}${other}`,
          `!${SCOPE}${other}/**`,
        ]),
      ],
      message: `${name} may import ${
        allowed.join(', ') || 'none'
      } of our packages, see tools/eslint/layers.cjs.`,
    },
  ];
}
