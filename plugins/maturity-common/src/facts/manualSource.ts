/**
 * The source of what people tell of themselves, where no tool does. No
 * configured source may bear its name.
 *
 * @public
 */
export const MANUAL_SOURCE = 'manual';
