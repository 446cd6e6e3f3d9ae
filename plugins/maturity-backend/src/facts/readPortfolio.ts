import type {
  FactKind,
  TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import type {
  Portfolio,
  PortfolioQuestion,
} from '@devops-scorecards/plugin-maturity-node';
import type { Knex } from 'knex';
import { chunksOf, currentKnowledge } from '../database';
import { addPastAnswers } from './portfolio/addPastAnswers';
import { readConnections } from './portfolio/readConnections';
import { selectAnswering } from './portfolio/selectAnswering';
import { selectMembers } from './portfolio/selectMembers';

/** What a portfolio metric asks of a span of time. */
export interface AskedOfPortfolio {
  metric: string;
  question: PortfolioQuestion;
  window: TimeWindow;
}

/** Entities that answer, by the place of what was asked. */
export type Answers = readonly Set<number>[];

/** More values than any question binds. */
const VALUES_OF_QUESTION = 40;

/**
 * Counts the services of an owner that do what metrics ask for, as all of it
 * was known at a sequence.
 *
 * @remarks
 *
 * Facts of every source count, because each proves it. The number of
 * statements depends on what is asked and not on how many services there are;
 * each service costs one step in an index for each question, or as many as it
 * had other facts before one that answers. A fact that was changed later is
 * folded again from what had been said of it by then.
 *
 * @param options - `ownerRef`: absent where the entity has no owner
 */
export async function readPortfolio(options: {
  knex: Knex;
  ownerRef: string | undefined;
  asked: readonly AskedOfPortfolio[];
  knownAt: number;
}): Promise<Portfolio> {
  const { knex, ownerRef, asked, knownAt } = options;
  if (ownerRef === undefined || asked.length === 0) {
    return { owner: ownerRef, services: 0, counts: [] };
  }
  const members = () => selectMembers(knex, { ownerRef, knownAt });
  const kinds = [...new Set(asked.map(({ question }) => question.fact))];
  const { services, connectedTo } = await readConnections(knex, {
    members,
    kinds,
    knownAt,
  });
  const answers = await readAnswers({ knex, members, asked, kinds, knownAt });
  return {
    owner: ownerRef,
    services,
    counts: asked.map(({ metric, question, window }, index) => {
      const connected = connectedTo(question.fact, window);
      return {
        metric,
        window,
        // A fact proves that there is a source, whatever became of it.
        connected: new Set([...connected, ...answers[index]]).size,
        using: answers[index].size,
      };
    }),
  };
}

async function readAnswers(options: {
  knex: Knex;
  members: () => Knex.QueryBuilder;
  asked: readonly AskedOfPortfolio[];
  kinds: readonly FactKind[];
  knownAt: number;
}): Promise<Answers> {
  const { knex, asked, knownAt } = options;
  const answers = asked.map(() => new Set<number>());
  const places = asked.map((_, index) => index);
  for (const chunk of chunksOf(places, VALUES_OF_QUESTION)) {
    for (const row of await selectAnswering({ ...options, places: chunk })) {
      answers[row.place].add(row.entity_id);
    }
  }
  // Asked only now, as readFacts does: what changed meanwhile is found here.
  const behind = (await currentKnowledge(knex)) - knownAt;
  if (behind > 0) {
    await addPastAnswers({ ...options, answers, behind });
  }
  return answers;
}
