import type { Level } from '@devops-scorecards/plugin-maturity-common';
import { contrastRatio } from '../testing/contrast';
import { darkPalette, lightPalette, paletteFor } from './palette';

const LEVELS: Level[] = [1, 2, 3, 4, 5];

describe('contrastRatio', () => {
  it.each([
    ['#000000', '#FFFFFF', 21],
    ['#FFFFFF', '#000000', 21],
    ['#777777', '#777777', 1],
    ['#767676', '#FFFFFF', 4.54],
  ])('of %s and %s is %d', (first, second, expected) => {
    expect(contrastRatio(first, second)).toBeCloseTo(expected, 2);
  });
});

describe.each([
  {
    name: 'light',
    palette: lightPalette,
    // Paper, the portal's page, and our own wash.
    surfaces: ['#FFFFFF', '#F8F8F8', lightPalette.wash],
  },
  {
    name: 'dark',
    palette: darkPalette,
    surfaces: ['#424242', '#333333', '#1A1A1A', darkPalette.wash],
  },
])('the $name palette', ({ palette, surfaces }) => {
  it.each(LEVELS)('shows the digit of level %d with 4.5:1', level => {
    expect(
      contrastRatio(palette.onLevel, palette.level[level]),
    ).toBeGreaterThanOrEqual(4.5);
  });

  it.each(LEVELS)('shows level %d on every surface with 4.5:1', level => {
    for (const surface of surfaces) {
      expect(
        contrastRatio(palette.level[level], surface),
      ).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(Object.entries(palette.verdict))(
    'shows the verdict %s on every surface with 4.5:1',
    (_, colour) => {
      for (const surface of surfaces) {
        expect(contrastRatio(colour, surface)).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  it('shows muted text on every surface with 4.5:1', () => {
    for (const surface of surfaces) {
      expect(contrastRatio(palette.muted, surface)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('gives every level its own colour', () => {
    expect(new Set(Object.values(palette.level)).size).toBe(5);
  });
});

it('goes by the theme', () => {
  expect(paletteFor('dark')).toBe(darkPalette);
  expect(paletteFor('light')).toBe(lightPalette);
});
