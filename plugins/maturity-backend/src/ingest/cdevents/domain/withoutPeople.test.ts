import { mappedSample, statementOf } from '../../__testUtils__/mapEvent';

describe('people', () => {
  it('are not named in what the log keeps', () => {
    for (const name of ['ticket.closed', 'change.merged', 'artifact.signed']) {
      const { envelope } = mappedSample({ name });
      const text = JSON.stringify(envelope);
      for (const person of ['jin', 'wei', '"ci"']) {
        expect(text).not.toContain(person);
      }
      expect(text).toContain('context');
    }
  });

  it('are told apart by a hash', () => {
    const { fields } = statementOf({ name: 'change.merged' });
    expect(fields).toMatchObject({
      author: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });
});
