import type { Level } from '@devops-scorecards/plugin-maturity-common';

/** Colours of the suite beside the portal's own. @public */
export interface MaturityPalette {
  /** Fill of a level's sign, also lines and words in that level's colour. */
  level: Record<Level, string>;
  /** The digit on that fill. */
  onLevel: string;
  verdict: {
    pass: string;
    fail: string;
    'no-data': string;
    'not-applicable': string;
    waived: string;
    stale: string;
  };
  /** Text that steps back and is still read with ease. */
  muted: string;
  /** Lines that separate. */
  line: string;
  /** A surface that groups without shouting. */
  wash: string;
}

/**
 * On light surfaces, with a white digit. Every colour keeps 4.5:1 on white and
 * on the portal's page background.
 */
export const lightPalette: MaturityPalette = {
  level: {
    1: '#6E6E6E',
    2: '#8A5A00',
    3: '#1F6F6B',
    4: '#2457C5',
    5: '#6B3FA0',
  },
  onLevel: '#FFFFFF',
  verdict: {
    pass: '#1B7034',
    fail: '#B3261E',
    'no-data': '#5A5A5A',
    'not-applicable': '#5A5A5A',
    waived: '#2457C5',
    stale: '#8A5A00',
  },
  muted: '#595959',
  line: '#D9D9D9',
  wash: '#F4F5F7',
};

/** On dark surfaces, with a dark digit: the same hues, lighter. */
export const darkPalette: MaturityPalette = {
  level: {
    1: '#C4C4C4',
    2: '#F0B355',
    3: '#6CD0C8',
    4: '#A6C0FF',
    5: '#D3B8F7',
  },
  onLevel: '#1A1A1A',
  verdict: {
    pass: '#86DFA1',
    fail: '#FFAFA8',
    'no-data': '#CFCFCF',
    'not-applicable': '#CFCFCF',
    waived: '#A6C0FF',
    stale: '#F0B355',
  },
  muted: '#CCCCCC',
  line: '#5E5E5E',
  wash: '#383838',
};

/** The palette for a theme. @public */
export function paletteFor(theme: 'light' | 'dark'): MaturityPalette {
  return theme === 'dark' ? darkPalette : lightPalette;
}
