import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../language';
import { paletteFor } from '../../theme';

const useStyles = makeStyles(theme => ({
  note: {
    padding: theme.spacing(1, 1.5),
    borderLeft: `4px solid ${paletteFor(theme.palette.type).verdict.stale}`,
    backgroundColor: paletteFor(theme.palette.type).wash,
    color: theme.palette.text.primary,
    fontSize: '0.8125rem',
  },
}));

/** Says that what the page shows rests on generated events. @public */
export function GeneratedNote() {
  const { t } = useTexts();
  return (
    <Typography className={useStyles().note} component="p" role="note">
      <strong>{t('generated.title')}</strong> {t('generated.text')}
    </Typography>
  );
}
