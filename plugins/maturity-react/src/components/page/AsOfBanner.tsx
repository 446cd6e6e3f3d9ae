import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../language';
import { paletteFor } from '../../theme';
import { QuietButton } from './Disclosure';

const useStyles = makeStyles(theme => {
  const palette = paletteFor(theme.palette.type);
  return {
    banner: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      columnGap: theme.spacing(1.5),
      padding: theme.spacing(1, 1.5),
      borderLeft: `4px solid ${palette.level[4]}`,
      backgroundColor: palette.wash,
      color: theme.palette.text.primary,
      fontFamily: theme.typography.fontFamily,
      fontSize: '0.875rem',
    },
  };
});

/** Says that the page is about a time of the past, and leads back. @public */
export function AsOfBanner(props: {
  /** Already formatted; absent where the address could not be read. */
  time?: string;
  /** What the address asks for. */
  asked: string;
  onBack: () => void;
}) {
  const { time, asked, onBack } = props;
  const { t } = useTexts();
  return (
    <div className={useStyles().banner} role={time ? 'note' : 'alert'}>
      {time ? (
        <span>
          <strong>{t('asOf.title', { time })}</strong> {t('asOf.text')}
        </span>
      ) : (
        <span>{t('asOf.invalid', { value: asked })}</span>
      )}
      <QuietButton onClick={onBack}>{t('asOf.back')}</QuietButton>
    </div>
  );
}
