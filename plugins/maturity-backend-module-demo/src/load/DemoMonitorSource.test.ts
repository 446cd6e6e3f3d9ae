import { generateMonitoredOutage } from '../domain';
import { DemoMonitorSource, MONITOR_SIGNATURE } from './DemoMonitorSource';

const outage = generateMonitoredOutage({
  seed: 42,
  anchor: Date.parse('2026-11-19T16:00:00Z'),
  timeZone: 'Asia/Shanghai',
});
const rawBody = Buffer.from(JSON.stringify(outage));

function requestOf(signature?: string, body = rawBody) {
  return {
    headers: { [MONITOR_SIGNATURE]: signature },
    rawBody: body,
    receivedAt: 0,
  };
}

describe('DemoMonitorSource', () => {
  it('takes what it signed and nothing else', () => {
    const source = new DemoMonitorSource();
    const signature = source.sign(rawBody);
    expect(() => source.verify(requestOf(signature))).not.toThrow();
    for (const wrong of [undefined, '', 'ab', signature.replace(/.$/, 'x')]) {
      expect(() => source.verify(requestOf(wrong))).toThrow(MONITOR_SIGNATURE);
    }
    const other = Buffer.from('{}');
    expect(() => source.verify(requestOf(signature, other))).toThrow();
    expect(() =>
      new DemoMonitorSource().verify(requestOf(signature)),
    ).toThrow();
  });

  it('tells of one incident with the key of the alert', () => {
    const [event, ...others] = new DemoMonitorSource().map(requestOf());
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      entityRef: 'component:default/client-gateway',
      generated: true,
      statements: [
        {
          kind: 'incident',
          fields: {
            alertKey: 'client-gateway/login errors',
            startedAt: outage.startedAt,
            restoredAt: outage.restoredAt,
          },
        },
      ],
    });
  });

  it('says what is wrong with a body', () => {
    expect(() =>
      new DemoMonitorSource().map(requestOf('', Buffer.from('{'))),
    ).toThrow('no JSON');
  });
});
