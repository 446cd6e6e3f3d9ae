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

/** Like {@link MATURITY_LEVEL_LABEL}, of the stability scorecard. @public */
export const STABILITY_LEVEL_LABEL = `${MATURITY_NAMESPACE}/stability-level`;

/** Like {@link MATURITY_SUMMARY_ANNOTATION}, of the stability scorecard. @public */
export const STABILITY_SUMMARY_ANNOTATION = `${MATURITY_NAMESPACE}/stability-summary`;

/** Annotation that names the entity's primary maturity model by id. @public */
export const MATURITY_MODEL_ANNOTATION = `${MATURITY_NAMESPACE}/maturity-model`;

/** Annotation that names the entity's primary stability model by id. @public */
export const STABILITY_MODEL_ANNOTATION = `${MATURITY_NAMESPACE}/stability-model`;

/**
 * Annotation: how many people develop the entity, a whole number. Rates per
 * developer divide by it, or by the authors seen where they are more.
 *
 * @public
 */
export const TEAM_SIZE_ANNOTATION = `${MATURITY_NAMESPACE}/team-size`;

/**
 * Annotation: within what time the service must be restored after a fault, for
 * example `30m` or `2h`.
 *
 * @public
 */
export const RECOVERY_TIME_OBJECTIVE_ANNOTATION = `${MATURITY_NAMESPACE}/recovery-time-objective`;

/** Annotation: agreed availability, for example `99.95%`. @public */
export const AVAILABILITY_TARGET_ANNOTATION = `${MATURITY_NAMESPACE}/availability-target`;

/**
 * Annotation: id of the calendar of the hours in which the service must be
 * available, for example `cn-exchange`. Without it: around the clock.
 *
 * @public
 */
export const SESSION_CALENDAR_ANNOTATION = `${MATURITY_NAMESPACE}/session-calendar`;

/**
 * Annotation: what an assessment outside of this product found, as JSON, see
 * {@link PublishedAssessment}.
 *
 * @public
 */
export const PUBLISHED_ASSESSMENT_ANNOTATION = `${MATURITY_NAMESPACE}/published-assessment`;

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
