import { InputError } from '@backstage/errors';
import type {
  Measurement,
  MetricDefinition,
} from '@devops-scorecards/plugin-maturity-common';
import type {
  Metric,
  MetricInput,
  PortfolioMetric,
} from '@devops-scorecards/plugin-maturity-node';
import { FACT_COLUMNS } from '../../../facts/domain/factColumns';
import { ratio } from '../statistics';
import { portfolioWindow } from './portfolioWindow';

/** What the catalogue of metrics says about a portfolio metric. */
function definitionOf(metric: PortfolioMetric): MetricDefinition {
  const { id, area, title, description, source, page, service } = metric;
  return {
    ...{ id, area, title, description, source, page },
    unit: 'ratio',
    direction: 'higher',
    statistic: 'value',
    statistics: ['value'],
    requires: [service.fact],
    portfolio: true,
    minimum: 1,
  };
}

/**
 * The share of the services of the owner of an entity that do something
 * (semantics section 7: computed for the owning group and inherited).
 *
 * @remarks
 *
 * Every service of the owner is in the denominator. Nobody knows of one that
 * no source is connected to, and it counts as one that does not; how many they
 * are is shown as `unknown`. Where none is connected there is no number.
 *
 * @throws `InputError` for a field that facts of the kind do not have
 */
export function portfolioMetric(metric: PortfolioMetric): Metric {
  requireFields(metric);
  const definition = definitionOf(metric);
  return {
    definition,
    portfolio: metric.service,
    measure: input => measurePortfolio(definition, input),
  };
}

function requireFields({ id, service }: PortfolioMetric): void {
  const { fact, fields = {}, known = [] } = service;
  const columns = FACT_COLUMNS[fact].map(({ field }) => field);
  for (const field of [...Object.keys(fields), ...known]) {
    if (!columns.includes(field)) {
      throw new InputError(
        `Metric '${id}' asks for the field '${field}' of a ${fact}, use one of ${columns.join(
          ', ',
        )}`,
      );
    }
  }
}

function measurePortfolio(
  definition: MetricDefinition,
  input: MetricInput,
): Measurement {
  const { id, unit, statistic, minimum, requires } = definition;
  const common = {
    ...{ metric: id, unit, statistic, minimum },
    ...{ n: 0, open: 0, evidence: [], generated: false },
    window: { ...input.window },
    asOf: input.asOf,
  };
  const { owner, services = 0, counts = [] } = input.portfolio ?? {};
  if (owner === undefined) {
    return { ...common, status: 'no-source', missing: [], needs: ['owner'] };
  }
  const portfolio = { owner };
  const { from, to } = portfolioWindow(input);
  if (from >= to) {
    return { ...common, status: 'insufficient', portfolio };
  }
  const count = counts.find(
    ({ metric, window }) =>
      metric === id && window.from === from && window.to === to,
  );
  if (!count) {
    throw new Error(`The services of ${owner} were not counted for ${id}`);
  }
  if (count.connected === 0) {
    return { ...common, status: 'no-source', missing: requires, portfolio };
  }
  return {
    ...common,
    status: 'ok',
    value: ratio(count.using, services),
    n: services,
    numerator: count.using,
    denominator: services,
    unknown: services - count.connected,
    portfolio,
  };
}
