import {
  paletteFor,
  Panel,
  useTexts,
} from '@devops-scorecards/plugin-maturity-react';
import { makeStyles } from '@material-ui/core/styles';
import { UNMEASURED } from './stabilityMetrics';

const useStyles = makeStyles(theme => {
  const palette = paletteFor(theme.palette.type);
  return {
    text: { margin: theme.spacing(0, 0, 1), fontSize: '0.875rem' },
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 280px), 1fr))',
      gap: theme.spacing(1.5),
    },
    process: {
      padding: theme.spacing(1, 1.5),
      border: `1px dashed ${palette.muted}`,
      borderRadius: theme.shape.borderRadius,
    },
    name: { fontSize: '0.875rem', fontWeight: 600 },
    need: { fontSize: '0.8125rem', color: palette.muted },
  };
});

/** What cannot be measured yet, and what it would take. */
export function UnmeasuredPanel() {
  const { t } = useTexts();
  const classes = useStyles();
  return (
    <Panel title={t('stability.notConnected')}>
      <p className={classes.text}>{t('stability.notConnectedText')}</p>
      <ul className={classes.list}>
        {UNMEASURED.map(([process, need]) => (
          <li key={process} className={classes.process}>
            <div className={classes.name}>
              {t(`stability.process.${process}`)}
            </div>
            <div className={classes.need}>
              {t('stability.needs', { need: t(`stability.need.${need}`) })}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
