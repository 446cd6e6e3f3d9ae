import { StatementRank } from '@devops-scorecards/plugin-maturity-common';
import { mapped, statements } from '../__testUtils__/delivery';
import { HOST, project, release, SHA } from '../__testUtils__/payloads';

const at = (time: string) => Date.parse(`2026-11-20T${time}Z`);

const deployments = (payload: object, settings = {}) =>
  statements('deployment', payload, settings);

describe('releases', () => {
  const counted = { releases: 'deployment' };

  it('say nothing unless configured', () => {
    expect(deployments(release())).toEqual([]);
    expect(deployments(release(), { releases: 'ignore' })).toEqual([]);
  });

  it('are deployments to production once they are created', () => {
    expect(deployments(release(), counted)).toEqual([
      {
        kind: 'deployment',
        key: `${HOST}/projects/30/releases/v1.1`,
        rank: StatementRank.Finished,
        occurredAt: at('07:20:00'),
        fields: {
          environment: 'release',
          tier: 'production',
          service: 'Acme/shop',
          version: 'v1.1',
          commit: SHA,
          finishedAt: at('07:20:00'),
          outcome: 'success',
          url: `${project.web_url}/-/releases/v1.1`,
        },
      },
    ]);
    for (const action of ['update', 'delete']) {
      expect(deployments(release({ action }), counted)).toEqual([]);
    }
  });

  it('have deployed nothing while they lie ahead', () => {
    const upcoming = release({ released_at: '2026-12-24 00:00:00 UTC' });
    expect(mapped(upcoming, { settings: counted })).toMatchObject({
      occurredAt: at('07:20:00'),
      statements: [],
    });
  });
});
