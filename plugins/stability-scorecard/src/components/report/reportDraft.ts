import type {
  EpochMs,
  IncidentReport,
} from '@devops-scorecards/plugin-maturity-common';
import { fromTimeInput } from '@devops-scorecards/plugin-maturity-react';
import type { StabilityTranslate } from '../../translation';

/** What the form holds, as its inputs show it. */
export interface ReportDraft {
  title: string;
  severity: string;
  impact: string;
  detectedBy: string;
  cause: string;
  startedAt: string;
  detectedAt: string;
  restoredAt: string;
  url: string;
}

/** Times of a report, in the order in which they can only come. */
const TIMES = ['startedAt', 'detectedAt', 'restoredAt'] as const;

/**
 * What a filled form says, or why it cannot be sent.
 *
 * @param options - `now`: nothing may lie after it
 */
export function checkReport(options: {
  draft: ReportDraft;
  timeZone: string;
  now: EpochMs;
  t: StabilityTranslate;
}): { report?: IncidentReport; problems: string[] } {
  const { draft, timeZone, now, t } = options;
  const problems: string[] = [];
  const title = draft.title.trim();
  if (!title) {
    problems.push(t('report.titleMissing'));
  }
  const times: Partial<Record<(typeof TIMES)[number], EpochMs>> = {};
  for (const name of TIMES) {
    const text = draft[name];
    const at = text ? fromTimeInput(text, timeZone) : undefined;
    const field = t(`report.${name}`);
    if (text && at === undefined) {
      problems.push(t('report.badTime', { field }));
    } else if (at !== undefined && at > now) {
      problems.push(t('report.future', { field }));
    } else {
      times[name] = at;
    }
  }
  if (!draft.detectedAt) {
    problems.push(t('report.detectedMissing'));
  }
  problems.push(...wrongOrder(times, t));
  const url = draft.url.trim();
  if (url && !/^https?:\/\/\S+$/i.test(url)) {
    problems.push(t('report.urlBad'));
  }
  const { startedAt, detectedAt, restoredAt } = times;
  if (problems.length > 0 || detectedAt === undefined) {
    return { problems };
  }
  return {
    problems,
    report: {
      title,
      detectedAt,
      ...(startedAt !== undefined && { startedAt }),
      ...(restoredAt !== undefined && { restoredAt }),
      ...choice('severity', draft.severity),
      ...choice('impact', draft.impact),
      ...choice('detectedBy', draft.detectedBy),
      ...choice('cause', draft.cause),
      ...(url && { url }),
    },
  };
}

/** An empty choice says nothing. */
function choice<K extends 'severity' | 'impact' | 'detectedBy' | 'cause'>(
  name: K,
  value: string,
): Pick<IncidentReport, K> | Record<string, never> {
  return value ? ({ [name]: value } as Pick<IncidentReport, K>) : {};
}

function wrongOrder(
  times: Partial<Record<(typeof TIMES)[number], EpochMs>>,
  t: StabilityTranslate,
): string[] {
  const said = TIMES.filter(name => times[name] !== undefined);
  return said.slice(1).flatMap((name, index) => {
    const before = said[index];
    return times[name]! < times[before]!
      ? [
          t('report.order', {
            later: t(`report.${name}`),
            earlier: t(`report.${before}`),
          }),
        ]
      : [];
  });
}
