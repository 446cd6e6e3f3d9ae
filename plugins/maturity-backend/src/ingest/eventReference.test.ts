import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { applyMigrations } from '../database';
import { badInputs, takenEvent } from './__testUtils__/badInput';
import { openDoor } from './__testUtils__/openDoor';
import { renderEventTypes } from './__testUtils__/renderEventTypes';

const FOLDER = resolve(__dirname, '../../../../docs/events');
const NOW = Date.parse('2026-11-20T08:00:00Z');
const limits = {
  maxBytes: 100_000,
  maxBatch: 10,
  maxDepth: 64,
  futureTolerance: 300_000,
};

/** Without what prettier changes: white space and the rules of tables. */
function normalised(text: string): string {
  return text.replace(/\s+/g, '').replace(/-{3,}/g, '---');
}

/**
 * Compares a file of the documentation with what it should hold; with
 * `UPDATE_DOCS=1` in the environment, writes it. Run prettier afterwards.
 */
function checkDocument(file: string, expected: (text: string) => string) {
  const path = resolve(FOLDER, file);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (process.env.UPDATE_DOCS) {
    writeFileSync(path, expected(text));
    return { actual: '', expected: '' };
  }
  return { actual: normalised(text), expected: normalised(expected(text)) };
}

describe('the event reference', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  it('has an example of every type', () => {
    const types = checkDocument('types.md', renderEventTypes);
    expect(types.actual).toBe(types.expected);
  });

  it('lists the answers that are really given', async () => {
    const knex = await applyMigrations(
      mockServices.database({
        knex: await databases.init('SQLITE_3'),
        migrations: { skip: false },
      }),
    );
    const send = openDoor({
      knex,
      limits,
      now: NOW,
      entities: ['component:default/*'],
    });

    expect((await send(takenEvent)).status).toBe(202);
    const rows: string[] = [];
    for (const { cause, fix, message } of badInputs(limits)) {
      const answer = await send(message);
      const text: string =
        answer.body.error?.message ?? answer.body.results[0].message;
      const escaped = text.replace(/\|/g, '\\|');
      rows.push(`| ${cause} | ${answer.status} | \`${escaped}\` | ${fix} |`);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
    }
    const [{ n }] = await knex('event_log').count({ n: '*' });
    expect(Number(n)).toBe(1);
    const table = [
      '| Cause | Code | Message | What to do |',
      '| --- | --- | --- | --- |',
      ...rows,
    ].join('\n');
    const readme = checkDocument('README.md', text => {
      const [before, , after] = text.split(
        /(?<=<!-- answers -->)([^]*)(?=<!-- end of answers -->)/,
      );
      return `${before}\n\n${table}\n\n${after}`;
    });
    expect(readme.actual).toBe(readme.expected);
  });
});
