import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { Happening } from './generatedEvents';
import type { GreenCommit } from './generateBuilds';
import { isSpread } from './isSpread';
import { workingDays } from './localDays';
import type { Random } from './random';
import type { DeploymentStory, Range, Story } from './Story';

/** Minutes after local midnight: production waits for the close of trading. */
const HOURS: Record<DeploymentStory['environment'], Range> = {
  staging: [13 * 60, 15 * 60],
  production: [15 * 60 + 30, 20 * 60],
};

/**
 * Makes exactly `count` deployments, spread evenly over the working days, with
 * exactly `manual` and `failed` among them, spread evenly too: so every part of
 * the history shows about the same shares.
 */
export function generateDeployments(options: {
  story: Story;
  deployments: DeploymentStory;
  green: readonly GreenCommit[];
  random: Random;
  anchor: EpochMs;
  timeZone: string;
}): Happening[] {
  const { story, deployments, green, random } = options;
  const { environment, count, manual = 0, failed = 0 } = deployments;
  const days = workingDays({
    anchor: options.anchor,
    timeZone: options.timeZone,
    firstDay: deployments.firstDay,
    lastDay: deployments.lastDay,
  });
  const points = Array.from({ length: count }, (_, ordinal) => {
    const day =
      days[Math.floor(((ordinal + random.next()) * days.length) / count)];
    return day.at(random.integer(...HOURS[environment]) + random.next());
  }).sort((a, b) => a - b);

  return points.map((at, ordinal) => {
    const built = green.findLast(({ greenAt }) => greenAt < at);
    const commit = built?.commit ?? random.hex(40);
    const byHand = isSpread({ ordinal, of: manual, count });
    return {
      kind: isSpread({ ordinal, of: failed, count })
        ? 'deploy-failed'
        : 'deployed',
      at,
      subject: story.name,
      content: {
        environment: { id: environment },
        artifactId: `pkg:oci/${story.name}@sha256%3A${commit}${commit.slice(
          0,
          24,
        )}`,
      },
      customData: {
        execution: byHand ? 'manual' : 'pipeline',
        startedBy:
          byHand || environment === 'production' ? 'person' : 'machine',
        commit,
        purpose: 'planned',
        ...(built && !byHand && { pipelineRun: { id: built.run } }),
        url: `https://ci.demo-securities.example/${
          story.name
        }/deployments/${environment}/${ordinal + 1}`,
      },
    };
  });
}
