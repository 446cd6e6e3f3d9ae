import { makeStyles } from '@material-ui/core/styles';
import { paletteFor } from '../../theme';

const useStyles = makeStyles(theme => ({
  '@keyframes maturityPulse': {
    '50%': { opacity: 0.5 },
  },
  bone: {
    borderRadius: theme.shape.borderRadius,
    backgroundColor: paletteFor(theme.palette.type).line,
    animation: '$maturityPulse 1.6s ease-in-out infinite',
    '@media (prefers-reduced-motion: reduce)': { animation: 'none' },
  },
}));

/** A grey block that holds the place of what is being loaded. @public */
export function Skeleton(props: { height: number; width?: number | string }) {
  return (
    <div
      className={useStyles().bone}
      style={{ height: props.height, width: props.width ?? '100%' }}
      aria-hidden="true"
    />
  );
}
