/** The namespace of every label and annotation of this product. @public */
export const MATURITY_NAMESPACE = 'devops-scorecards.io';

/**
 * Label with the measured level of the entity's primary model: `L1` to `L5`,
 * or `none` where a model targets the entity but nothing is decided yet.
 *
 * @public
 */
export const MATURITY_LEVEL_LABEL = `${MATURITY_NAMESPACE}/maturity-level`;

/** The label's value on an entity that is a target but has no decided criterion. @public */
export const MATURITY_LEVEL_NONE = 'none';

/**
 * Annotation with one line about the primary assessment, for example
 * `caict-part3@2021.1 measured=3 proven=1 possible=4 decided=3/3`.
 *
 * @public
 */
export const MATURITY_SUMMARY_ANNOTATION = `${MATURITY_NAMESPACE}/maturity-summary`;

/** Annotation that names the entity's primary model by id. @public */
export const MATURITY_MODEL_ANNOTATION = `${MATURITY_NAMESPACE}/maturity-model`;

/** Annotation: comma-separated CDEvents service ids (`subject.id` of service events). @public */
export const SERVICE_ID_ANNOTATION = `${MATURITY_NAMESPACE}/service-id`;

/** Annotation: comma-separated pipeline names, as CDEvents `pipelineName`. @public */
export const PIPELINE_ANNOTATION = `${MATURITY_NAMESPACE}/pipeline`;

/** Annotation: comma-separated CloudEvents `source` values that belong to this entity alone. @public */
export const EVENT_SOURCE_ANNOTATION = `${MATURITY_NAMESPACE}/event-source`;

/** Backstage's own annotation for a GitHub repository, `owner/name`. @public */
export const GITHUB_PROJECT_ANNOTATION = 'github.com/project-slug';

/**
 * Annotation: which source to believe for which kind of fact, for example
 * `run=ci, deployment=github`. Without it the order of the configured sources
 * decides.
 *
 * @public
 */
export const SOURCE_OF_RECORD_ANNOTATION = `${MATURITY_NAMESPACE}/source-of-record`;

/** Label with the tier of an entity, for models that depend on it; else `spec.tier`. @public */
export const TIER_LABEL = `${MATURITY_NAMESPACE}/tier`;
