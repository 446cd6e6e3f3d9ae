import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EVENT_TYPES } from './domain/eventTypes';
import {
  alertMembers,
  incidentMembers,
  subjectMembers,
} from './domain/members';
import { mapIncidentEvent } from './domain/mapIncidentEvent';

const page = readFileSync(
  resolve(__dirname, '../../../docs/events/incident-webhook.md'),
  'utf8',
);

/** What the rows of tables are about: their first cells, where they are code. */
function rowsOf(text: string): string[] {
  return [...text.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, cell]) => cell);
}

describe('docs/events/incident-webhook.md', () => {
  it('lists every type', () => {
    expect(rowsOf(page)).toEqual(expect.arrayContaining([...EVENT_TYPES]));
  });

  it('lists every member, and none that is not read', () => {
    const members = new Set([
      ...Object.keys(subjectMembers.shape),
      ...Object.keys(incidentMembers.shape),
      ...Object.keys(alertMembers.shape),
    ]);
    const start = page.indexOf('### Members of `data`');
    const listed = rowsOf(page.slice(start, page.indexOf('###', start + 3)));
    expect(new Set(listed)).toEqual(members);
  });

  it('has examples that are taken as they are', () => {
    const bodies = [
      ...page.matchAll(/```json\n([^]*?)```/g),
      ...page.matchAll(/^BODY='(.*)'$/gm),
    ].map(([, body]) => body);
    expect(bodies).toHaveLength(2);
    for (const body of bodies) {
      const { statements } = mapIncidentEvent(JSON.parse(body), {
        eventId: 'msg_1',
        source: 'servicenow',
      });
      expect(statements[0]).toMatchObject({
        kind: 'incident',
        key: 'servicenow INC-32',
        fields: {
          severity: 'critical',
          impact: 'outage',
          detectedAt: Date.parse('2026-11-02T02:00:00Z'),
          startedAt: Date.parse('2026-11-02T01:55:00Z'),
        },
      });
    }
  });
});
