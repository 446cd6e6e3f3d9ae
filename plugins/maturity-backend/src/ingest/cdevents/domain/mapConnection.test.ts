import { checkTimes } from '../../domain/checkTimes';
import { mappedSample, refusalOf } from '../../__testUtils__/mapEvent';

const T = Date.parse('2026-11-02T02:00:00Z');

describe('connections', () => {
  it('say what is delivered, and since when', () => {
    const since = Date.parse('2026-08-01T00:00:00Z');
    expect(mappedSample({ name: 'source.connected' })).toMatchObject({
      statements: [],
      connects: [
        { kind: 'incident', since },
        { kind: 'alert', since },
      ],
    });
  });

  it('begin with the event, unless it says otherwise', () => {
    const content = { kinds: ['Work-Item', 'work-item'] };
    expect(
      mappedSample({ name: 'source.connected', content }).connects,
    ).toEqual([{ kind: 'work-item', since: T }]);
  });

  it('end when it is said, or with the event', () => {
    const until = Date.parse('2026-11-01T00:00:00Z');
    expect(mappedSample({ name: 'source.disconnected' }).connects).toEqual([
      { kind: 'incident', since: until, until },
      { kind: 'alert', since: until, until },
    ]);
    const content = { kinds: ['run'] };
    expect(
      mappedSample({ name: 'source.disconnected', content }).connects,
    ).toEqual([{ kind: 'run', since: T, until: T }]);
  });

  it('cannot end in the future', () => {
    const content = { kinds: ['run'], until: '2026-11-02T03:00:00Z' };
    expect(
      checkTimes({
        event: mappedSample({ name: 'source.disconnected', content }),
        receivedAt: T,
        futureTolerance: 300_000,
      })?.code,
    ).toBe(422);
  });

  it('cannot begin in the future', () => {
    const content = { kinds: ['run'], since: '2026-11-02T03:00:00Z' };
    expect(
      checkTimes({
        event: mappedSample({ name: 'source.connected', content }),
        receivedAt: T,
        futureTolerance: 300_000,
      }),
    ).toEqual({
      code: 422,
      message: expect.stringContaining(
        'the connection of run lies 3600 s in the future',
      ),
    });
  });

  it.each([
    [{ kinds: ['build'] }, 'content.kinds.0 cannot be read'],
    [{ kinds: ['run', 5] }, 'content.kinds.1 cannot be read'],
    [{ kinds: [] }, 'content.kinds cannot be read: name at least one'],
    [{ kinds: 'run' }, 'content.kinds cannot be read: send an array'],
    [{}, 'content.kinds cannot be read: send an array'],
    [{ kinds: ['run'], since: 'ever' }, 'content.since cannot be read'],
  ])('%j are refused', (content, message) => {
    expect(refusalOf({ name: 'source.connected', content })).toEqual({
      code: 400,
      message: expect.stringContaining(message),
    });
  });
});
