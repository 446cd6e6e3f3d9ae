import type { Fact } from '@devops-scorecards/plugin-maturity-common';
import type { PortfolioQuestion } from '@devops-scorecards/plugin-maturity-node';

/** Whether the fields of a fact are such as a portfolio metric asks for. */
export function answersQuestion(
  question: PortfolioQuestion,
  fields: Fact['fields'],
): boolean {
  const values = fields as Readonly<Record<string, unknown>>;
  return (
    Object.entries(question.fields ?? {}).every(([field, wanted]) =>
      [wanted].flat().includes(values[field] as any),
    ) && (question.known ?? []).every(field => values[field] !== undefined)
  );
}
