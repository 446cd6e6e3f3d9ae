import type { LocalizedText } from '../metrics';

/** A figure that an assessment published. @public */
export interface PublishedFigure {
  title: LocalizedText;
  /** As it was published, for example `6.54` or `< 30 min`. */
  value: LocalizedText;
  /** Metric of this product that shows the same. */
  metric?: string;
}

/**
 * What an assessment outside of this product found about an entity, from its
 * annotation. Pages show it beside what was computed and never mix the two.
 *
 * @public
 */
export interface PublishedAssessment {
  standard: LocalizedText;
  /** Absent where it was not published. */
  level?: number;
  /** ISO date, or a year. */
  date: string;
  source: { title: LocalizedText; url?: string };
  note?: LocalizedText;
  figures: PublishedFigure[];
  /** ISO instant: open the scorecard as of then to see the published figures. */
  asOf?: string;
  /** ISO instants: windows before and after, where the source gives both. */
  compare?: {
    before: { from: string; to: string };
    after: { from: string; to: string };
  };
}
