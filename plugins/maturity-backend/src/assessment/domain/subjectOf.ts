import {
  AVAILABILITY_TARGET_ANNOTATION,
  RECOVERY_TIME_OBJECTIVE_ANNOTATION,
  TEAM_SIZE_ANNOTATION,
  type LocalizedText,
  type SettingProblem,
} from '@devops-scorecards/plugin-maturity-common';
import type { MetricSubject } from '@devops-scorecards/plugin-maturity-node';
import { annotationOf } from './annotationOf';

const UNIT_MS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Most people that one entity is believed to have. */
const LARGEST_TEAM = 100_000;

interface Setting {
  annotation: string;
  field: keyof MetricSubject;
  /** `undefined` where the text is not one. */
  read(text: string): number | undefined;
  expected: LocalizedText;
}

const SETTINGS: readonly Setting[] = [
  {
    annotation: TEAM_SIZE_ANNOTATION,
    field: 'teamSize',
    read: readTeamSize,
    expected: {
      en: "a whole number of people from 1, for example '6'",
      'zh-CN': '不小于 1 的整数人数，例如“6”',
    },
  },
  {
    annotation: RECOVERY_TIME_OBJECTIVE_ANNOTATION,
    field: 'recoveryTimeObjectiveMs',
    read: readDuration,
    expected: {
      en: "a duration such as '30m', '2h' or '1h30m'",
      'zh-CN': '时长，例如“30m”、“2h”或“1h30m”',
    },
  },
  {
    annotation: AVAILABILITY_TARGET_ANNOTATION,
    field: 'availabilityTarget',
    read: readShare,
    expected: {
      en: "a percentage below 100, for example '99.95%'",
      'zh-CN': '小于 100 的百分比，例如“99.95%”',
    },
  },
];

/**
 * Reads off an entity the settings that its metrics depend on. One that
 * cannot be read is absent, so that its metrics ask for it.
 *
 * @param entity - as the catalog had it
 */
export function subjectOf(
  entity: Readonly<Record<string, unknown>>,
): MetricSubject {
  const subject: MetricSubject = {};
  for (const { annotation, field, read } of SETTINGS) {
    const text = annotationOf(entity, annotation);
    const value = text === undefined ? undefined : read(text);
    if (value !== undefined) {
      subject[field] = value;
    }
  }
  return subject;
}

/** The settings of an entity that cannot be read, for its page to say so. */
export function subjectProblems(
  entity: Readonly<Record<string, unknown>>,
): SettingProblem[] {
  return SETTINGS.flatMap(({ annotation, read, expected }) => {
    const value = annotationOf(entity, annotation);
    return value === undefined || read(value) !== undefined
      ? []
      : [
          {
            annotation,
            value,
            message: {
              en: `The annotation ${annotation} is '${value}' and does not count: write ${expected.en}`,
              'zh-CN': `注解 ${annotation} 的值“${value}”无效，未被采用：请填写${expected['zh-CN']}`,
            },
          },
        ];
  });
}

function readTeamSize(text: string): number | undefined {
  const size = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  return size >= 1 && size <= LARGEST_TEAM ? size : undefined;
}

/** `1d`, `2h`, `30m`, `45s`, or several of them from the largest down. */
function readDuration(text: string): number | undefined {
  const match =
    /^(?:(\d{1,4})d)?\s*(?:(\d{1,5})h)?\s*(?:(\d{1,6})m)?\s*(?:(\d{1,7})s)?$/i.exec(
      text,
    );
  if (!match) {
    return undefined;
  }
  const [d, h, m, s] = match.slice(1).map(part => Number(part ?? 0));
  const ms = d * UNIT_MS.d + h * UNIT_MS.h + m * UNIT_MS.m + s * UNIT_MS.s;
  return ms > 0 ? ms : undefined;
}

function readShare(text: string): number | undefined {
  const match = /^(\d{1,2}(?:\.\d{1,9})?)\s*%$/.exec(text);
  if (!match) {
    return undefined;
  }
  // 99.95 / 100 is not the nearest number to 0.9995.
  const share = Number(`${match[1]}e-2`);
  return share > 0 && share < 1 ? share : undefined;
}
