import { refusalOf, statementOf } from '../../__testUtils__/mapEvent';

const T = Date.UTC(2026, 10, 2, 2);

describe('deployments', () => {
  it('carries what was deployed where, by whom', () => {
    expect(statementOf({ name: 'service.deployed', id: 'd-1' })).toEqual({
      kind: 'deployment',
      key: '/cd/argo d-1',
      rank: 2,
      occurredAt: T,
      fields: {
        environment: 'production',
        tier: 'production',
        service: 'payments',
        commit: '4f5c1b0d6f0f1c6c2f7f0c6ba1b1e8d0a9c3e7f2',
        artifact: expect.stringMatching(/^pkg:oci\/payments@/),
        execution: 'pipeline',
        startedBy: 'machine',
        purpose: 'planned',
        pipeline: 'payments-main',
        run: '/ci/jenkins payments-main-812',
        strategy: 'canary',
        finishedAt: T,
        outcome: 'success',
      },
    });
  });

  it.each([
    ['service.deployed', { outcome: 'success' }],
    ['service.upgraded', { outcome: 'success' }],
    ['service.rolledback', { outcome: 'success', purpose: 'rollback' }],
    ['service.deployfailed', { outcome: 'failure' }],
  ])('%s', (name, fields) => {
    expect(statementOf({ name }).fields).toMatchObject(fields);
  });

  it('leaves unsaid what is not known', () => {
    const content = { environment: { id: 'moon' } };
    expect(
      statementOf({ name: 'service.deployed', content, customData: {} }).fields,
    ).toEqual({
      environment: 'moon',
      service: 'payments',
      finishedAt: T,
      outcome: 'success',
    });
  });

  it.each([
    [{ provenance: 'verified' }, { provenance: 'verified' }],
    [{ changeWindow: 'Outside' }, { changeWindow: 'outside' }],
    [{ repairs: '/oncall INC-32' }, { repairs: '/oncall INC-32' }],
    [
      { repairs: { id: 'INC-32', source: '/oncall' } },
      { repairs: '/oncall INC-32' },
    ],
  ])('may say %j', (customData, fields) => {
    expect(
      statementOf({ name: 'service.deployed', customData }).fields,
    ).toMatchObject(fields);
  });

  it('takes a link to a run for an execution by a pipeline', () => {
    const customData = { pipelineRun: { id: '7' } };
    expect(
      statementOf({ name: 'service.deployed', customData }).fields,
    ).toMatchObject({ execution: 'pipeline', run: '/cd/argo 7' });
    expect(
      statementOf({
        name: 'service.deployed',
        customData: { ...customData, execution: 'manual' },
      }).fields,
    ).toMatchObject({ execution: 'manual' });
  });
});

describe('rollouts', () => {
  it('say how, by which pipeline and since when', () => {
    const customData = {
      strategy: 'Blue-Green',
      pipeline: 'payments-main',
      startedAt: '2026-11-02T01:50:00Z',
    };
    expect(
      statementOf({ name: 'service.rolledback', customData }).fields,
    ).toMatchObject({
      strategy: 'blue-green',
      pipeline: 'payments-main',
      startedAt: T - 600_000,
      finishedAt: T,
    });
  });

  it.each([
    ['service.deployed', { strategy: 'yolo' }, 'data.customData.strategy'],
    ['change.merged', { commits: -1 }, 'must not be negative'],
    ['change.merged', { commits: 1.5 }, 'must be a whole number'],
    ['change.merged', { bot: 'no' }, 'data.customData.bot'],
    [
      'service.deployed',
      { startedAt: '2026-11-02T02:00:01Z' },
      'data.context.timestamp (finishedAt) is',
    ],
    [
      'pipelinerun.finished',
      { startedAt: '2026-11-02T02:00:01Z' },
      'before data.customData.startedAt',
    ],
  ])('%s refuses %j', (name, customData, message) => {
    expect(refusalOf({ name, customData })).toEqual({
      code: 400,
      message: expect.stringContaining(message),
    });
  });
});
