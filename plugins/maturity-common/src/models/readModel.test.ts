import { conditionsOf } from './conditionsOf';
import { formatModelPath } from './ModelProblem';
import { readModel } from './readModel';
import { metricDefinitions } from './__testUtils__/metricDefinitions';

const title = { en: 'text', 'zh-CN': '文字' };
const provenance = { kind: 'inferred', source: 'test' };

function metricCriterion(level: number, more: object = {}) {
  return {
    id: `release-${level}`,
    kind: 'metric',
    level,
    title,
    provenance,
    metric: 'release-rate',
    statistic: 'value',
    operator: '>=',
    threshold: `${level * 20}%`,
    onNone: 'undecided',
    ...more,
  };
}

/** A valid pack; tests break a copy of it. */
function pack(): any {
  return {
    id: 'example',
    version: '1.0.0',
    effectiveFrom: '2026-01-01',
    title,
    description: title,
    attribution: title,
    target: { kinds: ['Component'] },
    levels: [1, 2, 3, 4].map(level => ({ level, title })),
    children: [
      {
        id: 'group',
        title,
        children: [
          {
            id: 'item',
            title,
            criteria: [
              metricCriterion(2),
              metricCriterion(3, { effort: 'S', guidance: title }),
              metricCriterion(4),
            ],
          },
        ],
      },
    ],
  };
}

function condition(more: object) {
  return { statistic: 'value', operator: '>=', ...more };
}

function attestation(more: object) {
  return {
    id: 'attested-4',
    kind: 'attestation',
    level: 4,
    title,
    provenance,
    statement: title,
    ...more,
  };
}

function criteriaOf(document: any): any[] {
  return document.children[0].children[0].criteria;
}

/** The same pack with a level 5. */
function packOfFive(): any {
  const document = pack();
  document.levels.push({ level: 5, title });
  criteriaOf(document).push(
    {
      id: 'kept',
      kind: 'sustained',
      level: 5,
      title,
      provenance,
      atLeast: 4,
      daysAgo: [0, 90, 180, 270],
    },
    {
      id: 'attested',
      kind: 'attestation',
      level: 5,
      title,
      provenance,
      statement: title,
    },
  );
  return document;
}

/** Problems as `path: message → fix`. */
function problemsOf(document: unknown): string[] {
  const reading = readModel({ document, metrics: metricDefinitions });
  return 'problems' in reading
    ? reading.problems.map(
        ({ path, message, fix }) =>
          `${formatModelPath(path)} ${message} → ${fix}`,
      )
    : [];
}

describe('readModel', () => {
  it('reads limits into the units of their metrics', () => {
    const document = pack();
    criteriaOf(document).push(
      metricCriterion(4, {
        id: 'feedback',
        metric: 'feedback-time',
        statistic: 'p90',
        operator: '<=',
        threshold: '30m',
        onNone: undefined,
      }),
      {
        id: 'owner',
        kind: 'catalog',
        level: 2,
        title,
        provenance,
        path: 'spec.owner',
      },
    );
    const reading = readModel({ document, metrics: metricDefinitions });
    if ('problems' in reading) {
      throw new Error(JSON.stringify(reading.problems));
    }
    const { model } = reading;
    expect(model).toMatchObject({ id: 'example', maxLevel: 4 });
    expect(criteriaOf(model)).toMatchObject([
      { threshold: 0.4, onNone: 'undecided' },
      { threshold: 0.6, effort: 'S' },
      { threshold: 0.8 },
      { threshold: 1_800_000, onNone: 'not-applicable' },
      { path: 'spec.owner' },
    ]);
  });

  it('belongs to the maturity scorecard unless it says otherwise', () => {
    const read = (more: object) =>
      readModel({
        document: { ...pack(), ...more },
        metrics: metricDefinitions,
      });
    expect(read({})).toMatchObject({ model: { scorecard: 'maturity' } });
    expect(read({ scorecard: 'stability' })).toMatchObject({
      model: { scorecard: 'stability' },
    });
  });

  it('reads other proofs, contradictions and what cannot be left out', () => {
    const document = pack();
    Object.assign(criteriaOf(document)[1], { mustHave: true });
    Object.assign(criteriaOf(document)[0], {
      waivable: false,
      alternative: [
        condition({ metric: 'frequency', threshold: '1/w' }),
        condition({
          metric: 'feedback-time',
          statistic: 'p90',
          operator: '<=',
          threshold: '24h',
        }),
      ],
    });
    criteriaOf(document).push(
      attestation({
        evidence: title,
        contradictedBy: condition({
          metric: 'failure-rate',
          operator: '>',
          threshold: '5%',
        }),
      }),
    );
    const reading = readModel({ document, metrics: metricDefinitions });
    if ('problems' in reading) {
      throw new Error(JSON.stringify(reading.problems));
    }
    const [first, second, , last] = criteriaOf(reading.model);
    expect(second).toMatchObject({ mustHave: true });
    expect(first).toMatchObject({
      waivable: false,
      alternative: [
        { metric: 'frequency', threshold: 1 / 7 },
        { metric: 'feedback-time', threshold: 86_400_000 },
      ],
    });
    expect(last).toMatchObject({
      evidence: title,
      contradictedBy: { metric: 'failure-rate', threshold: 0.05 },
    });
    expect(conditionsOf(first).map(({ metric }) => metric)).toEqual([
      'release-rate',
      'frequency',
      'feedback-time',
    ]);
    expect(conditionsOf(last).map(({ metric }) => metric)).toEqual([
      'failure-rate',
    ]);
  });

  it('reads a model with level 5', () => {
    expect(problemsOf(packOfFive())).toEqual([]);
  });

  it.each<[string, (document: any) => void, string]>([
    [
      'an unknown key',
      document => {
        criteriaOf(document)[0].treshold = '4h';
      },
      'children[0].children[0].criteria[0] has unknown keys: treshold → remove or rename them; a metric criterion has kind, id, level, title, guidance, effort, waivable, provenance, mustHave, metric, statistic, operator, threshold, onNone, alternative',
    ],
    [
      'a missing language',
      document => {
        document.title = { en: 'only English' };
      },
      'title.zh-CN is missing → write it in Chinese',
    ],
    [
      'an empty language',
      document => {
        document.children[0].title = { en: ' ', 'zh-CN': '文字' };
      },
      'children[0].title.en is empty → write it in English',
    ],
    [
      'no provenance',
      document => {
        delete criteriaOf(document)[1].provenance;
      },
      'children[0].children[0].criteria[1].provenance is missing → write a provenance with kind, source, note',
    ],
    [
      'a version that is not text',
      document => {
        document.version = 2021.1;
      },
      'version is not text → add a version in quotes such as "1.0.0"',
    ],
    [
      'a date that is none',
      document => {
        document.effectiveFrom = '2026-02-30';
      },
      'effectiveFrom is not a date → write a day in quotes such as "2026-01-01"',
    ],
    [
      'an unknown kind',
      document => {
        criteriaOf(document)[0].kind = 'magic';
      },
      'children[0].children[0].criteria[0].kind is not a criterion of a known kind → set kind to metric, catalog, attestation or sustained',
    ],
    [
      'a node that is neither',
      document => {
        delete document.children[0].children[0].criteria;
      },
      'children[0].children[0] is neither a group nor a sub-item → give it either children (a group) or criteria (a sub-item)',
    ],
    [
      'no children',
      document => {
        document.children = [];
      },
      'children is empty → add a group or a sub-item',
    ],
    [
      'an id twice',
      document => {
        criteriaOf(document)[1].id = 'item';
      },
      'children[0].children[0].criteria[1].id repeats the id "item" of children[0].children[0].id → give every node and criterion of the model an id of its own',
    ],
    [
      'levels with a gap',
      document => {
        document.levels.splice(1, 1);
      },
      'levels does not count up from 1 → list level 1, level 2 and so on without a gap, up to at most 5',
    ],
    [
      'a level beyond the model',
      document => {
        criteriaOf(document).push(metricCriterion(5, { threshold: '100%' }));
      },
      'children[0].children[0].criteria[3].level is 5, but the model ends at level 4 → use a level up to 4, or add the level under levels',
    ],
    [
      'a level without a criterion',
      document => {
        criteriaOf(document).splice(1, 1);
      },
      'children[0].children[0].criteria has no criterion of level 3 → add one, so that level 3 says something of its own',
    ],
    [
      'a level that vanishes when nothing happens',
      document => {
        delete criteriaOf(document)[2].onNone;
      },
      'children[0].children[0].criteria loses every criterion of level 4 when nothing happens → set onNone of one of them to undecided, or add another criterion of level 4',
    ],
    [
      'an unknown metric',
      document => {
        criteriaOf(document)[0].metric = 'releases';
      },
      'children[0].children[0].criteria[0].metric names the unknown metric "releases" → use one of blockers, failure-rate, feedback-time, frequency, release-rate, or install the module that brings it',
    ],
    [
      'a statistic that the metric does not have',
      document => {
        criteriaOf(document)[0].statistic = 'p90';
      },
      'children[0].children[0].criteria[0].statistic is not offered by release-rate: p90 → use value',
    ],
    [
      'an operator against the direction',
      document => {
        criteriaOf(document)[0].operator = '<=';
      },
      'children[0].children[0].criteria[0].operator is <=, but a higher release-rate is better → use >= or >',
    ],
    [
      'a limit in the wrong unit',
      document => {
        criteriaOf(document)[0].threshold = '4h';
      },
      'children[0].children[0].criteria[0].threshold does not fit release-rate: 4h → write a percentage from 0% to 100%, such as 95%',
    ],
    [
      'a higher level that asks for less',
      document => {
        criteriaOf(document)[2].threshold = '50%';
      },
      'children[0].children[0].criteria[2].threshold asks for less of release-rate (value) at level 4 than children[0].children[0].criteria[1] at level 3 → make every level at least as strict as the one below it',
    ],
    [
      'a scorecard that there is not',
      document => {
        document.scorecard = 'security';
      },
      'scorecard is not one of maturity, stability → use maturity or stability',
    ],
    [
      'a flag in quotes',
      document => {
        criteriaOf(document)[0].mustHave = 'yes';
      },
      'children[0].children[0].criteria[0].mustHave is not true or false → write true or false without quotes',
    ],
    [
      'a must-have that looks back',
      document => {
        document.levels.push({ level: 5, title });
        criteriaOf(document).push(...criteriaOf(packOfFive()).slice(3));
        criteriaOf(document)[3].mustHave = true;
      },
      'children[0].children[0].criteria[3] has unknown keys: mustHave → remove or rename them; a sustained criterion has kind, id, level, title, guidance, effort, waivable, provenance, atLeast, daysAgo',
    ],
    [
      'an alternative without a condition',
      document => {
        criteriaOf(document)[0].alternative = [];
      },
      'children[0].children[0].criteria[0].alternative is empty → list the conditions of the other proof, or leave alternative out',
    ],
    [
      'another proof of what must be had',
      document => {
        Object.assign(criteriaOf(document)[0], {
          mustHave: true,
          alternative: [condition({ metric: 'frequency', threshold: '1/w' })],
        });
      },
      'children[0].children[0].criteria[0].alternative offers another proof of a must-have criterion → remove it, or mustHave',
    ],
    [
      'an alternative in the wrong unit',
      document => {
        criteriaOf(document)[0].alternative = [
          condition({ metric: 'frequency', threshold: '4h' }),
        ];
      },
      'children[0].children[0].criteria[0].alternative[0].threshold does not fit frequency: 4h → write a rate such as 2/d, 1/w or 1/30d',
    ],
    [
      'an alternative by an unknown metric',
      document => {
        criteriaOf(document)[0].alternative = [
          condition({ metric: 'releases', threshold: 1 }),
        ];
      },
      'children[0].children[0].criteria[0].alternative[0].metric names the unknown metric "releases" → use one of blockers, failure-rate, feedback-time, frequency, release-rate, or install the module that brings it',
    ],
    [
      'a contradiction by good values',
      document => {
        criteriaOf(document).push(
          attestation({
            contradictedBy: condition({
              metric: 'release-rate',
              threshold: '50%',
            }),
          }),
        );
      },
      'children[0].children[0].criteria[3].contradictedBy.operator is >=, but a higher release-rate is better and contradicts nothing → use <= or <',
    ],
    [
      'a path that is none',
      document => {
        criteriaOf(document).push({
          id: 'owner',
          kind: 'catalog',
          level: 2,
          title,
          provenance,
          path: 'spec..owner',
        });
      },
      'children[0].children[0].criteria[3].path is not a path: spec..owner → write it such as spec.owner or metadata.annotations["example.org/a"]',
    ],
  ])('refuses %s, once, and says what to do', (_, damage, problem) => {
    const document = pack();
    damage(document);
    expect(problemsOf(document)).toEqual([problem]);
  });

  it.each<[string, (criteria: any[]) => void, string]>([
    [
      'without having kept level 4',
      criteria => criteria.splice(3, 1),
      'without having kept level 4 → add a criterion of level 5 with kind sustained, atLeast 4 and daysAgo [0, 90, 180, 270]',
    ],
    [
      'with too short a look back',
      criteria => {
        criteria[3].daysAgo = [0, 90];
      },
      'without having kept level 4 → add a criterion of level 5 with kind sustained, atLeast 4 and daysAgo [0, 90, 180, 270]',
    ],
    [
      'without an attestation',
      criteria => criteria.splice(4, 1),
      'without an attestation → add a criterion of level 5 with kind attestation',
    ],
  ])('refuses level 5 %s', (_, damage, problem) => {
    const document = packOfFive();
    damage(criteriaOf(document));
    expect(problemsOf(document)).toEqual([
      `children[0].children[0].criteria reaches level 5 ${problem}`,
    ]);
  });

  it('keeps what looks back at level 5', () => {
    const document = packOfFive();
    criteriaOf(document)[3].level = 4;
    expect(problemsOf(document)).toContain(
      'children[0].children[0].criteria[3].level has a sustained criterion below level 5 → move it to level 5, the only one that looks back',
    );
  });

  it('lists the mistakes of form and of meaning at once', () => {
    const document = pack();
    document.owner = 'me';
    document.id = 'Example Model';
    criteriaOf(document)[0].effort = 'XL';
    criteriaOf(document)[1].metric = 'releases';
    criteriaOf(document)[2].threshold = 80;
    expect(problemsOf(document)).toEqual([
      expect.stringMatching(/^id has characters/),
      expect.stringMatching(/^id is not a model id/),
      'children[0].children[0].criteria[0].effort is not one of S, M, L → use S or M or L',
      expect.stringMatching(/^\(top\) has unknown keys: owner/),
      expect.stringMatching(
        /^children\[0\]\.children\[0\]\.criteria\[1\]\.metric/,
      ),
      expect.stringMatching(
        /^children\[0\]\.children\[0\]\.criteria\[2\]\.threshold/,
      ),
    ]);
  });

  it.each([undefined, null, 'text', 5, [], {}])(
    'refuses %p without failing itself',
    document => {
      expect(problemsOf(document).length).toBeGreaterThan(0);
    },
  );
});
