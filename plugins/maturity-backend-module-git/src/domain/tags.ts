import {
  type DeploymentFields,
  type EpochMs,
  said,
  type Statement,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import type { MappingContext } from '@devops-scorecards/plugin-maturity-node';

/** A tag of a repository. */
export interface Tag {
  name: string;
  /** The commit that it names. */
  commit: string;
  /** When it was made; of one without a message, when its commit was. */
  at: EpochMs;
}

/** For `git for-each-ref`; the commit is peeled where the tag has a message. */
export const TAG_FORMAT =
  '%(objectname) %(objecttype) %(*objectname) %(*objecttype) %(creatordate:unix) %(refname:strip=2)';

/** Reads what `git for-each-ref` printed in {@link TAG_FORMAT}. */
export function parseTags(output: string): Tag[] {
  return output.split('\n').flatMap(line => {
    const [, object, type, peeled, peeledType, seconds, name] =
      /^(\S+) (\S+) (\S*) (\S*) (\d+) (.+)$/.exec(line) ?? [];
    const commit =
      (type === 'commit' && object) || (peeledType === 'commit' && peeled);
    return name && commit ? [{ name, commit, at: Number(seconds) * 1000 }] : [];
  });
}

/**
 * A tag is a successful deployment where the configuration says so, and
 * nothing otherwise. Nobody knows who or what executed it.
 */
export function mapTag(options: {
  tag: Tag;
  path: string;
  environment: string;
  context: Pick<MappingContext, 'tierOf'>;
}): Statement<'deployment'> {
  const { tag, path, environment, context } = options;
  const fields: DeploymentFields = {
    environment,
    tier: context.tierOf(environment),
    service: path,
    version: tag.name,
    commit: tag.commit,
    finishedAt: tag.at,
    outcome: 'success',
  };
  return {
    kind: 'deployment',
    key: `${path} refs/tags/${tag.name}`,
    rank: StatementRank.Finished,
    occurredAt: tag.at,
    fields: said(fields),
  };
}
