import { at, change, input, times } from '../../__testUtils__/facts';
import { integrationsPerDeveloper } from './integrationsPerDeveloper';

/** Monday to Friday. */
const window = {
  from: at('2026-11-09T00:00:00'),
  to: at('2026-11-14T00:00:00'),
};

function changes(count: number, authors: readonly (string | undefined)[]) {
  return times(count, i =>
    change(`${i}`, {
      mergedAt: at('2026-11-10T10:00:00') + i,
      author: authors[i % authors.length],
    }),
  );
}

describe('integrationsPerDeveloper', () => {
  it('is the worked example of its page', () => {
    const facts = changes(36, ['ann', 'ben', 'cid']);
    expect(
      integrationsPerDeveloper.measure(
        input({ facts, window, subject: { teamSize: 6 } }),
      ),
    ).toMatchObject({
      status: 'ok',
      value: 1.2,
      n: 36,
      numerator: 36,
      denominator: 30,
      unknown: 0,
    });
  });

  it('divides by the authors where more of them were seen than declared', () => {
    const facts = changes(20, ['ann', 'ben', 'cid', 'dan']);
    const measure = (teamSize?: number) =>
      integrationsPerDeveloper.measure(
        input({ facts, window, subject: { teamSize } }),
      );
    expect(measure(3)).toMatchObject({
      status: 'ok',
      value: 1,
      denominator: 20,
    });
    expect(measure()).toMatchObject({
      status: 'ok',
      value: 1,
      denominator: 20,
    });
  });

  it('asks for the team size where fewer than three authors were seen', () => {
    const facts = changes(20, ['ann', 'ben']);
    const measurement = integrationsPerDeveloper.measure(
      input({ facts, window }),
    );
    expect(measurement).toMatchObject({
      status: 'insufficient',
      n: 20,
      needs: ['team-size'],
    });
    expect(measurement).not.toHaveProperty('value');
    expect(measurement).not.toHaveProperty('denominator');
  });

  it('shows nothing of a declared team of two', () => {
    const measurement = integrationsPerDeveloper.measure(
      input({
        facts: changes(20, ['ann']),
        window,
        subject: { teamSize: 2 },
      }),
    );
    expect(measurement.status).toBe('insufficient');
    expect(measurement).not.toHaveProperty('value');
    expect(measurement).not.toHaveProperty('needs');
  });

  it('counts unknown authors apart and bots not at all', () => {
    const facts = [
      ...changes(10, ['ann', undefined]),
      change('bot', {
        mergedAt: at('2026-11-10T09:00:00'),
        author: 'bot',
        bot: true,
      }),
    ];
    expect(
      integrationsPerDeveloper.measure(
        input({ facts, window, subject: { teamSize: 4 } }),
      ),
    ).toMatchObject({ value: 0.5, n: 10, unknown: 5 });
  });

  it('has no source before it has too few developers', () => {
    const measurement = integrationsPerDeveloper.measure(
      input({ window, connections: {} }),
    );
    expect(measurement).toMatchObject({ status: 'no-source' });
    expect(measurement).not.toHaveProperty('needs');
  });
});
