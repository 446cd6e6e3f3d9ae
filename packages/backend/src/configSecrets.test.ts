import { resolve } from 'node:path';
import { readFileSync } from 'node:fs';
import { loadConfigSchema } from '@backstage/config-loader';

const PACKAGE = resolve(__dirname, '../package.json');

/** Settings that every portal must have. */
const PORTAL = {
  app: { title: 'Portal', baseUrl: 'http://localhost:7007' },
  backend: {
    baseUrl: 'http://localhost:7007',
    listen: ':7007',
    database: { client: 'better-sqlite3', connection: ':memory:' },
  },
};

const SOURCES = [
  ...['github', 'gitlab', 'jenkins', 'tekton', 'argocd', 'pagerduty'],
  ...['opsgenie', 'alertmanager', 'grafana', 'incident-webhook', 'own'],
];

// Secrets that the schema does not know for such would be written into logs.
describe('secrets of sources', () => {
  it('are known to be secret, one or several, whatever the source', async () => {
    const { dependencies } = JSON.parse(readFileSync(PACKAGE, 'utf8'));
    const schema = await loadConfigSchema({
      dependencies: Object.keys(dependencies).filter(name =>
        name.startsWith('@devops-scorecards/'),
      ),
      packagePaths: [PACKAGE],
    });
    for (const webhookSecret of ['one', ['one', 'two']]) {
      const sources = Object.fromEntries(
        SOURCES.map(id => [id, { entities: ['*'], webhookSecret }]),
      );
      const [secrets] = schema.process(
        [{ context: 'test', data: { ...PORTAL, maturity: { sources } } }],
        { visibility: ['secret'] },
      );
      expect((secrets.data as any).maturity.sources).toEqual(
        Object.fromEntries(SOURCES.map(id => [id, { webhookSecret }])),
      );
    }
  }, 60_000);
});
