import type {
  Level,
  LocalizedText,
  NodeLevels,
} from '@devops-scorecards/plugin-maturity-common';
import { pickText, type Texts } from '../language';

/** The level of an entity or a part of it, ready to be shown. @public */
export interface LevelView {
  /** Absent: nothing is decided. */
  measured?: Level;
  /** Word of the measured level, or "not assessed". */
  word: string;
  /** `Level 3, Comprehensive`, or "not assessed". */
  label: string;
  /** `23 of 49 sub-items decided`. */
  decided: string;
  /** `23/49 sub-items`, where a title says "decided". */
  count: string;
  /** Shown beside the measured level where data is missing. */
  proven?: { level: Level; word: string };
  possible?: { level: Level; word: string };
  /** All of it in one sentence, for whoever hears the page. */
  summary: string;
}

const LEVEL_WORDS = {
  1: 'level.l1',
  2: 'level.l2',
  3: 'level.l3',
  4: 'level.l4',
  5: 'level.l5',
} as const;

/**
 * The word of a level: the model's own where it names it.
 *
 * @public
 */
export function levelWord(
  level: Level | undefined,
  texts: Texts,
  titles?: { level: Level; title: LocalizedText }[],
): string {
  if (!level) {
    return texts.t('level.none');
  }
  const own = titles?.find(title => title.level === level);
  return own ? pickText(texts, own.title) : texts.t(LEVEL_WORDS[level]);
}

/**
 * The numbers of one node in words.
 *
 * @remarks
 * Proven and possible are told only where they differ from what is measured;
 * where nothing is decided there is no level, never level 1.
 *
 * @param options - `counted`: what the numbers count; criteria on a sub-item,
 *   sub-items, the default, on all above
 *
 * @public
 */
export function toLevelView(options: {
  levels: NodeLevels;
  texts: Texts;
  titles?: { level: Level; title: LocalizedText }[];
  counted?: 'sub-items' | 'criteria';
}): LevelView {
  const { levels, texts, titles, counted = 'sub-items' } = options;
  const { t } = texts;
  const assessed = levels.decided > 0 && levels.measured !== undefined;
  const measured = assessed ? levels.measured : undefined;
  const word = levelWord(measured, texts, titles);
  const label = measured
    ? t('level.label', { level: String(measured), word })
    : word;
  const counts = {
    decided: String(levels.decided),
    total: String(levels.total),
  };
  const proven =
    measured && levels.award !== measured
      ? {
          level: levels.award,
          word: t('badge.proven', { level: String(levels.award) }),
        }
      : undefined;
  const possible =
    measured && levels.potential !== measured
      ? {
          level: levels.potential,
          word: t('badge.possible', { level: String(levels.potential) }),
        }
      : undefined;
  const ofCriteria = counted === 'criteria';
  const decided = t(
    ofCriteria ? 'badge.decidedCriteria' : 'badge.decided',
    counts,
  );
  const comma = texts.locale === 'zh-CN' ? '，' : ', ';
  return {
    measured,
    word,
    label,
    decided,
    count: t(ofCriteria ? 'badge.countCriteria' : 'badge.count', counts),
    proven,
    possible,
    summary: [label, decided, proven?.word, possible?.word]
      .filter(Boolean)
      .join(comma),
  };
}
