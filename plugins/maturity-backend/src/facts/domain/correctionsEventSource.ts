/**
 * What corrections by people have as event source. They are appended to the
 * source of the fact that they are about, but are no sign of life of it.
 */
export const CORRECTIONS_EVENT_SOURCE = 'urn:devops-scorecards:corrections';
