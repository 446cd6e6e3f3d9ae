import type {
  EpochMs,
  TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import type {
  Metric,
  PortfolioQuestion,
} from '@devops-scorecards/plugin-maturity-node';
import { portfolioWindow } from './domain/portfolio';

/**
 * What has to be counted of the services of an owner before metrics are
 * measured over a window; nothing where no day of it is over.
 */
export function askedOfPortfolio(options: {
  metrics: readonly Metric[];
  window: TimeWindow;
  asOf: EpochMs;
  timeZone: string;
}): { metric: string; question: PortfolioQuestion; window: TimeWindow }[] {
  const window = portfolioWindow(options);
  return window.from >= window.to
    ? []
    : options.metrics.flatMap(({ definition, portfolio }) =>
        portfolio
          ? [{ metric: definition.id, question: portfolio, window }]
          : [],
      );
}
