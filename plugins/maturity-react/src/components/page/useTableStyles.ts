import { makeStyles } from '@material-ui/core/styles';
import { paletteFor } from '../../theme';

/** The look of small tables of facts. @public */
export const useTableStyles = makeStyles(theme => {
  const palette = paletteFor(theme.palette.type);
  return {
    // What is only heard must scroll along, or it widens the page.
    scroll: {
      overflowX: 'auto',
      maxHeight: 360,
      overflowY: 'auto',
      position: 'relative',
    },
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: '0.8125rem',
      fontVariantNumeric: 'tabular-nums',
      '& caption': {
        textAlign: 'left',
        fontWeight: 600,
        padding: theme.spacing(0.5, 0),
      },
      '& th, & td': {
        textAlign: 'left',
        padding: theme.spacing(0.5, 1.5, 0.5, 0),
        borderBottom: `1px solid ${palette.line}`,
        verticalAlign: 'baseline',
        color: theme.palette.text.primary,
      },
      '& th': { color: palette.muted, fontWeight: 500 },
    },
    mark: { color: palette.muted, whiteSpace: 'nowrap' },
    link: {
      color: 'inherit',
      textDecoration: 'underline',
      overflowWrap: 'anywhere',
    },
    number: { whiteSpace: 'nowrap' },
  };
});
