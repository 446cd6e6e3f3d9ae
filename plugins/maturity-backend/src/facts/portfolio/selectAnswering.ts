import type { PortfolioQuestion } from '@devops-scorecards/plugin-maturity-node';
import type { Knex } from 'knex';
import { toFlag } from '../../database';
import { FACT_COLUMNS } from '../domain/factColumns';
import { tableOf } from '../domain/tableOf';
import type { AskedOfPortfolio } from '../readPortfolio';

/**
 * Services with a fact that answers and that has not changed since a knowledge
 * sequence, for several of the questions asked.
 *
 * @returns a row for each service and the place of a question that it answers
 */
export async function selectAnswering(options: {
  knex: Knex;
  members: () => Knex.QueryBuilder;
  asked: readonly AskedOfPortfolio[];
  places: readonly number[];
  knownAt: number;
}): Promise<{ place: number; entity_id: number }[]> {
  const { knex, members, asked, places, knownAt } = options;
  const [first, ...others] = places.map(place => {
    const { question, window } = asked[place];
    const { fact, whose, id } = tableOf(question.fact);
    const answer = knex(`${whose} as whose`)
      .join(`${fact} as fact`, 'fact.id', `whose.${id}`)
      .whereRaw('whose.entity_id = member.entity_id')
      .where('whose.at', '>=', window.from)
      .where('whose.at', '<', window.to)
      .where('whose.seq', '<=', knownAt)
      .where('fact.last_seq', '<=', knownAt)
      .where('fact.state', 'live')
      .select(knex.raw('1'));
    whereAnswers(answer, question);
    return knex
      .from(members().as('member'))
      .whereExists(answer)
      .select(knex.raw(`${place} as place`), 'member.entity_id');
  });
  return (await first.unionAll(others)) as {
    place: number;
    entity_id: number;
  }[];
}

function whereAnswers(
  query: Knex.QueryBuilder,
  { fact, fields = {}, known = [] }: PortfolioQuestion,
): void {
  const columnOf = (field: string) =>
    FACT_COLUMNS[fact].find(each => each.field === field)!.column;
  for (const [field, wanted] of Object.entries(fields)) {
    query.whereIn(
      `fact.${columnOf(field)}`,
      [wanted]
        .flat()
        .map(value => (typeof value === 'boolean' ? toFlag(value) : value)),
    );
  }
  for (const field of known) {
    query.whereNotNull(`fact.${columnOf(field)}`);
  }
}
