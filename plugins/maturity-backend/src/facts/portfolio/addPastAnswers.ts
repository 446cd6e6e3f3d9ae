import type { Fact, FactKind } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { answersQuestion } from '../domain/answersQuestion';
import { foldFact } from '../domain/foldFact';
import { tableOf } from '../domain/tableOf';
import type { FactRow } from '../factRows';
import { findChangedSince } from '../findChangedSince';
import { loadStatements } from '../loadStatements';
import type { Answers, AskedOfPortfolio } from '../readPortfolio';

/**
 * Adds the services whose answer is a fact that changed after a knowledge
 * sequence, as the fact was then.
 *
 * @param options - `behind`: how many sequence numbers were given out since
 */
export async function addPastAnswers(options: {
  knex: Knex;
  members: () => Knex.QueryBuilder;
  asked: readonly AskedOfPortfolio[];
  kinds: readonly FactKind[];
  knownAt: number;
  answers: Answers;
  behind: number;
}): Promise<void> {
  const { knex, members, asked, kinds, knownAt, answers } = options;
  for (const kind of kinds) {
    const { fact, whose, id } = tableOf(kind);
    const rows = await findChangedSince<FactRow & { entity_id: number }>(knex, {
      ...{ kind, knownAt, behind: options.behind },
      entities: members(),
      query: knex(`${whose} as whose`)
        .join(`${fact} as fact`, 'fact.id', `whose.${id}`)
        .where('whose.seq', '<=', knownAt)
        .where('fact.first_seq', '<=', knownAt)
        .where('fact.last_seq', '>', knownAt)
        .select('fact.id', 'fact.key', 'whose.entity_id'),
    });
    const statements = await loadStatements(knex, {
      kind,
      keys: new Map(rows.map(row => [row.id, row.key])),
      knownAt,
    });
    for (const row of rows) {
      const contributions = statements.get(row.id) ?? [];
      const folded = foldFact(
        kind,
        contributions.flatMap(contribution => contribution.statements),
      );
      if (folded.excluded) {
        continue;
      }
      asked.forEach(({ question, window }, place) => {
        if (
          question.fact === kind &&
          folded.at >= window.from &&
          folded.at < window.to &&
          answersQuestion(question, folded.fields as Fact['fields'])
        ) {
          answers[place].add(row.entity_id);
        }
      });
    }
  }
}
