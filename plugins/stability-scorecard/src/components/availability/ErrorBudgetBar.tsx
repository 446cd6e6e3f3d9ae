import { useState } from 'react';
import {
  MeasurementDoor,
  paletteFor,
  useMaturityPalette,
  type MeasurementView,
} from '@devops-scorecards/plugin-maturity-react';
import { makeStyles } from '@material-ui/core/styles';
import { useStabilityTexts } from '../../translation';
import type { ErrorBudgetView } from '../../views/availabilityView';

const useStyles = makeStyles(theme => {
  const palette = paletteFor(theme.palette.type);
  return {
    title: { fontSize: '0.9375rem', fontWeight: 600 },
    state: { fontSize: '1.125rem', fontWeight: 600 },
    over: { color: palette.verdict.fail },
    bar: {
      display: 'block',
      width: '100%',
      height: 16,
      border: `1px solid ${palette.muted}`,
      borderRadius: 2,
      margin: theme.spacing(0.5, 0),
    },
    text: { margin: 0, fontSize: '0.8125rem', color: palette.muted },
  };
});

let hatches = 0;

/** How much of the agreed downtime is left; all hatched where it is overspent. */
export function ErrorBudgetBar(props: {
  /** Absent where there is no budget to show. */
  view?: ErrorBudgetView;
  /** Says why there is none. */
  measurement?: MeasurementView;
  /** The agreement allows no downtime at all. */
  impossible: boolean;
}) {
  const { view, measurement, impossible } = props;
  const { t, texts } = useStabilityTexts();
  const classes = useStyles();
  const palette = useMaturityPalette();
  const [hatch] = useState(() => `stability-budget-hatch-${hatches++}`);
  if (!view) {
    return (
      <div>
        <div className={classes.title}>{t('budget.title')}</div>
        {impossible ? (
          <p className={classes.text}>{t('budget.none')}</p>
        ) : (
          [...(measurement?.asks ?? []), ...(measurement?.notes ?? [])].map(
            sentence => (
              <p key={sentence} className={classes.text}>
                {sentence}
              </p>
            ),
          )
        )}
      </div>
    );
  }
  const { overspent, left, state, used, summary } = view;
  return (
    <div>
      <div className={classes.title}>{t('budget.title')}</div>
      <div
        className={
          overspent ? `${classes.state} ${classes.over}` : classes.state
        }
      >
        <MeasurementDoor
          measurement={view.measurement}
          label={texts.t('measurement.open', { value: state })}
        >
          {state}
        </MeasurementDoor>
      </div>
      <svg
        className={classes.bar}
        role="img"
        aria-label={summary}
        focusable="false"
      >
        <pattern
          id={hatch}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line
            y2="6"
            stroke={overspent ? palette.verdict.fail : palette.muted}
            strokeWidth={overspent ? 6 : 2}
          />
        </pattern>
        <rect width="100%" height="100%" fill={`url(#${hatch})`} />
        {!overspent && (
          <rect
            width={`${left * 100}%`}
            height="100%"
            fill={palette.verdict.pass}
          />
        )}
      </svg>
      <p className={classes.text}>{used}</p>
    </div>
  );
}
