import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import {
  application,
  type Changes,
  CONFIG_MAP_TEXT,
  fieldsOf,
  mapped,
  notification,
  TEMPLATE,
  UID,
} from './__testUtils__/applications';
import { readBlock } from './__testUtils__/readBlock';
import { renderTemplate } from './__testUtils__/renderTemplate';

function rendered(app: object): unknown {
  return JSON.parse(renderTemplate(TEMPLATE, { app, context: {} }));
}

describe('the published template', () => {
  it('is what the page says', () => {
    const page = readFileSync(
      resolve(__dirname, '../../../docs/events/argocd.md'),
      'utf8',
    );
    expect(page).toContain(`\`\`\`yaml\n${CONFIG_MAP_TEXT}\`\`\`\n`);
  });

  it('is published', () => {
    const { files } = JSON.parse(
      readFileSync(resolve(__dirname, '../package.json'), 'utf8'),
    );
    expect(files).toContain('notifications');
  });

  it('renders what the module reads', () => {
    expect(mapped().statements).toHaveLength(1);
  });

  it('renders JSON of an Application that says next to nothing', () => {
    expect(
      rendered({ metadata: { name: 'x', namespace: 'argocd' }, spec: {} }),
    ).toMatchObject({
      version: 1,
      argocd: null,
      application: {
        name: 'x',
        uid: '',
        sources: [{ repoURL: '', chart: '' }],
        images: [],
      },
      operation: {
        phase: '',
        terminated: false,
        byUser: false,
        chosenResources: 0,
      },
      history: [],
    });
  });

  it.each([
    'say "hi"',
    'C:\\temp\\',
    'two\nlines\r\tand a tab',
    '生产环境 – Österreich 🚀',
    '{{ toJson .secrets }}',
    '</script> & more',
    '$maturity-token',
    '\u0000\u2028',
  ])('renders what the module reads back as it was: %j', text => {
    const changes: Changes = {
      metadata: {
        name: 'payments',
        namespace: 'argocd',
        uid: UID,
        annotations: { 'devops-scorecards.io/environment': text },
      },
      spec: { sources: [{ repoURL: text }, { repoURL: text }] },
      state: { message: text },
    };
    expect(fieldsOf(changes)).toMatchObject({ environment: text });
    expect(rendered(application(changes))).toMatchObject({
      application: { sources: [{ repoURL: text }, { repoURL: text }] },
    });
  });

  it('renders JSON whatever texts there are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(
          rendered(
            application({
              metadata: {
                uid: text,
                name: text,
                annotations: { 'devops-scorecards.io/environment': text },
              },
              spec: { sources: [{ repoURL: text, chart: text }] },
              state: { message: text },
            }),
          ),
        ).toMatchObject({
          application: {
            uid: text,
            name: text,
            environments: { annotation: text },
            sources: [{ repoURL: text, chart: text }],
          },
        });
      }),
      { numRuns: 200 },
    );
  });

  it('writes every value by toJson, and no secret, message or parameter', () => {
    const values = [...TEMPLATE.matchAll(/\{\{ (\w+)/g)].map(
      ([, name]) => name,
    );
    expect(new Set(values)).toEqual(new Set(['toJson', 'range', 'if', 'end']));
    expect(TEMPLATE).not.toMatch(/secrets|"helm"|"parameters"/);
    expect(notification().rawBody.toString()).not.toContain('a message');
  });

  it('renders every entry of the history', () => {
    const entry = (id: number) => ({ revision: `r${id}`, revisions: [] });
    for (const count of [0, 1, 3]) {
      const history = Array.from({ length: count }, (_, i) => entry(i));
      expect(rendered({ metadata: {}, status: { history } })).toMatchObject({
        history,
      });
    }
  });

  it('is sent with the secret, and once for each operation and state', () => {
    expect(readBlock(CONFIG_MAP_TEXT, 'service.webhook.maturity')).toBe(
      [
        'url: https://backstage.example.com/api/maturity/v1/hooks/argocd',
        'headers:',
        '  - name: Content-Type',
        '    value: application/json',
        '  - name: Authorization',
        '    value: Bearer $maturity-token',
        '',
      ].join('\n'),
    );
    const conditions = [
      'trigger.maturity',
      'trigger.maturity-degraded',
    ].flatMap(name =>
      readBlock(CONFIG_MAP_TEXT, name)
        .split(/^- /m)
        .slice(1)
        .map(
          (condition): Record<string, string> =>
            Object.fromEntries(
              [...condition.matchAll(/^ *(\w+): (.*)$/gm)].map(
                ([, key, value]) => [key, value],
              ),
            ),
        ),
    );
    for (const { oncePer, send, when } of conditions) {
      expect(oncePer).toBe('app.status.operationState.startedAt');
      expect(send).toBe('[maturity]');
      expect(when).toContain('app.status.operationState != nil');
    }
    expect(
      conditions.map(({ when }) =>
        [...when.matchAll(/'(\w+)'/g)].map(([, state]) => state).join(),
      ),
    ).toEqual([
      'Running',
      'Succeeded',
      'Failed,Error',
      'Succeeded,Healthy',
      'Succeeded,Degraded',
    ]);
  });
});
