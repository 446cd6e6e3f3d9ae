import { useTheme } from '@material-ui/core/styles';
import { paletteFor, type MaturityPalette } from './palette';

/** The suite's colours for the portal's theme. @public */
export function useMaturityPalette(): MaturityPalette {
  return paletteFor(useTheme().palette.type);
}
