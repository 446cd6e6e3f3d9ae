export { paletteFor, type MaturityPalette } from './palette';
export { useMaturityPalette } from './useMaturityPalette';
