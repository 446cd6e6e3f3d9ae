import type {
  Measurement,
  MetricDefinition,
} from '@devops-scorecards/plugin-maturity-common';
import { formatDateTime, formatNumber, formatValue } from '../../format';
import { pickText, useTexts, type Texts } from '../../language';
import { countsItems, toMeasurementView } from '../../views';
import { useDescriptionStyles } from '../page/useDescriptionStyles';
import { useDocsUrl } from './useDocsUrl';

interface Line {
  name: string;
  value: string;
}

/** How a number was calculated: formula, window, sample, what is unknown. */
export function MeasurementFacts(props: {
  measurement: Measurement;
  definition?: MetricDefinition;
  timeZone: string;
}) {
  const { measurement, definition, timeZone } = props;
  const texts = useTexts();
  const { t } = texts;
  const classes = useDescriptionStyles();
  const docs = useDocsUrl();
  const view = toMeasurementView({ measurement, texts, timeZone });
  return (
    <>
      <h3 className={classes.heading}>
        {definition ? pickText(texts, definition.title) : measurement.metric}
      </h3>
      {definition && (
        <>
          <p className={classes.text}>
            {pickText(texts, definition.description)}
          </p>
          <a
            className={classes.link}
            href={`${docs}/${definition.page}`}
            target="_blank"
            rel="noopener noreferrer"
          >
            {t('measurement.formula')} {t('measurement.newTab')}
          </a>
        </>
      )}
      <dl className={classes.list}>
        {linesOf(measurement, { texts, timeZone }).map(line => (
          <FactLine key={line.name} line={line} />
        ))}
      </dl>
      {[...view.notes, ...view.asks, measurement.reason]
        .filter(Boolean)
        .map(note => (
          <p key={note} className={classes.hint}>
            {note}
          </p>
        ))}
    </>
  );
}

function FactLine(props: { line: Line }) {
  return (
    <>
      <dt>{props.line.name}</dt>
      <dd>{props.line.value}</dd>
    </>
  );
}

function linesOf(
  measurement: Measurement,
  options: { texts: Texts; timeZone: string },
): Line[] {
  const { texts, timeZone } = options;
  const { t } = texts;
  const { unit, window, numerator, denominator, unknown } = measurement;
  const count = (value: number) => formatNumber({ value, texts });
  // Shares of time are made of milliseconds, all others of things counted.
  const part = (value: number) =>
    unit === 'ratio' && !countsItems(measurement)
      ? formatValue({ value, unit: 'duration', texts, digits: 2 })
      : count(value);
  const time = (at: number) => formatDateTime({ at, texts, timeZone });
  return [
    ...valuesOf(measurement, texts),
    {
      name: t('measurement.window'),
      value: t('measurement.from', {
        from: time(window.from),
        to: time(window.to),
        zone: timeZone,
      }),
    },
    { name: t('measurement.sample'), value: count(measurement.n) },
    ...(numerator !== undefined && denominator !== undefined
      ? [
          {
            name: t(
              unit === 'ratio' ? 'measurement.share' : 'measurement.days',
            ),
            value: `${part(numerator)} / ${part(denominator)}`,
          },
        ]
      : []),
    { name: t('measurement.openItems'), value: count(measurement.open) },
    ...(unknown === undefined
      ? []
      : [{ name: t('measurement.unknown'), value: count(unknown) }]),
    ...(measurement.minimum > 0
      ? [{ name: t('measurement.minimum'), value: count(measurement.minimum) }]
      : []),
  ];
}

/** The value, and of a distribution every statistic. */
function valuesOf(measurement: Measurement, texts: Texts): Line[] {
  const { unit, value, distribution } = measurement;
  const { t } = texts;
  if (value === undefined) {
    return [{ name: t('measurement.value'), value: t('value.missing') }];
  }
  if (!distribution) {
    return [
      {
        name: t('measurement.value'),
        value: formatValue({ value, unit, texts, digits: 2 }),
      },
    ];
  }
  return (['mean', 'p50', 'p85', 'p90', 'p95', 'max'] as const).map(name => ({
    name: t(`statistic.${name}`),
    value: formatValue({ value: distribution[name], unit, texts, digits: 2 }),
  }));
}
