import { makeStyles } from '@material-ui/core/styles';
import type { SettingProblem } from '@devops-scorecards/plugin-maturity-common';
import { pickText, useTexts } from '../../language';
import { paletteFor } from '../../theme';

const useStyles = makeStyles(theme => {
  const palette = paletteFor(theme.palette.type);
  return {
    note: {
      padding: theme.spacing(1, 1.5),
      borderLeft: `4px solid ${palette.verdict.fail}`,
      backgroundColor: palette.wash,
      color: theme.palette.text.primary,
      fontFamily: theme.typography.fontFamily,
      fontSize: '0.8125rem',
      overflowWrap: 'anywhere',
    },
    list: { margin: 0, paddingLeft: theme.spacing(2.5) },
  };
});

/** Settings of the entity that cannot be used as they are written. @public */
export function SettingProblems(props: { problems: SettingProblem[] }) {
  const texts = useTexts();
  const { t } = texts;
  const classes = useStyles();
  return (
    <div className={classes.note} role="note">
      <strong>{t('page.problems')}</strong>
      <ul className={classes.list}>
        {props.problems.map(({ annotation, value, message }) => (
          <li key={annotation}>
            {t('page.problem', {
              annotation,
              value,
              message: pickText(texts, message),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
