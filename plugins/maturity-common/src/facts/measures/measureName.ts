import type { LocalizedText } from '../../metrics';

/** What a reading is about; lists group by it. @public */
export type MeasureTopic =
  | 'test'
  | 'quality-gate'
  | 'security'
  | 'agile'
  | 'version-control'
  | 'environment'
  | 'data'
  | 'architecture'
  | 'observability'
  | 'inspection'
  | 'capacity'
  | 'drill'
  | 'backup'
  | 'risk';

/**
 * What the numbers of a reading are: of a share 0 to 1 after dividing, a number
 * of things, a multiple such as 2.3 times, or whole milliseconds.
 *
 * @public
 */
export type MeasureUnit = 'ratio' | 'count' | 'times' | 'duration-ms';

/** A reading that built-in metrics know by its name. @public */
export interface MeasureName {
  /** Subject of the reading, for example `unit-coverage`. */
  name: string;
  /** `share`: `part` of `total`; `value`: one number. */
  form: 'share' | 'value';
  unit: MeasureUnit;
  about: MeasureTopic;
  title: LocalizedText;
  /** What `part` and `total`, or `value`, count. */
  counts: LocalizedText;
  /**
   * Whether it reads code: then only readings that are said to be of the trunk
   * count. All others have no branch.
   */
  ofCode: boolean;
  /** Ids of the metrics that are made of it. */
  metrics: readonly string[];
}

/** The parts of a {@link MeasureName} that its form does not decide. */
type Given = Omit<MeasureName, 'form' | 'unit' | 'ofCode'> & {
  ofCode?: boolean;
};

/** A reading of so many of so many. */
export function shareNamed(given: Given): MeasureName {
  return { form: 'share', unit: 'ratio', ofCode: false, ...given };
}

/** A reading of one number. */
export function valueNamed(given: Given & { unit: MeasureUnit }): MeasureName {
  return { form: 'value', ofCode: false, ...given };
}
