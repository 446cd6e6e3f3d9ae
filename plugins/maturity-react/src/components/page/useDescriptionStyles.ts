import { makeStyles } from '@material-ui/core/styles';
import { paletteFor } from '../../theme';

/** The look of lists of names and what they hold. */
export const useDescriptionStyles = makeStyles(theme => {
  const palette = paletteFor(theme.palette.type);
  return {
    list: {
      display: 'grid',
      gridTemplateColumns: 'minmax(120px, max-content) 1fr',
      alignItems: 'baseline',
      columnGap: theme.spacing(2),
      rowGap: theme.spacing(0.5),
      margin: theme.spacing(1, 0),
      fontSize: '0.875rem',
      fontVariantNumeric: 'tabular-nums',
      '& dt': { color: palette.muted },
      '& dd': { margin: 0, overflowWrap: 'anywhere' },
    },
    heading: {
      fontSize: '1rem',
      fontWeight: 600,
      margin: theme.spacing(2, 0, 0.5),
    },
    text: { margin: theme.spacing(0.5, 0), fontSize: '0.875rem' },
    hint: {
      margin: theme.spacing(0.5, 0),
      fontSize: '0.8125rem',
      color: palette.muted,
    },
    alert: { color: palette.verdict.fail, fontSize: '0.875rem' },
    wash: {
      padding: theme.spacing(1, 1.5),
      backgroundColor: palette.wash,
      fontSize: '0.8125rem',
    },
    code: {
      margin: 0,
      padding: theme.spacing(1, 1.5),
      maxHeight: 320,
      overflow: 'auto',
      backgroundColor: palette.wash,
      color: theme.palette.text.primary,
      fontSize: '0.75rem',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
    plainList: { listStyle: 'none', margin: 0, padding: 0 },
    link: {
      // As tall as a finger needs, also where one stands below another.
      display: 'inline-block',
      lineHeight: '24px',
      color: 'inherit',
      textDecoration: 'underline',
      overflowWrap: 'anywhere',
    },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      marginTop: theme.spacing(1.5),
    },
    form: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
      margin: theme.spacing(1, 0),
    },
    outcome: {
      padding: theme.spacing(1, 1.5),
      borderLeft: `4px solid ${palette.verdict.pass}`,
      backgroundColor: palette.wash,
      fontSize: '0.875rem',
    },
  };
});
