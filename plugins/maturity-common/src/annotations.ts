import type { AliasScheme } from './facts';

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

/** Annotation for a GitLab project, `group/name`. @public */
export const GITLAB_PROJECT_ANNOTATION = 'gitlab.com/project-slug';

/** Annotation for the host of the GitLab project. @public */
export const GITLAB_INSTANCE_ANNOTATION = 'gitlab.com/instance';

/** Backstage's own annotation for where the sources of an entity are. @public */
export const SOURCE_LOCATION_ANNOTATION = 'backstage.io/source-location';

/**
 * Annotation: comma-separated names of any scheme, `<scheme>:<name>`, for
 * example `jenkins-job:payments/api, pagerduty-service:PABC123`.
 *
 * @public
 */
export const ALIAS_ANNOTATION = `${MATURITY_NAMESPACE}/alias`;

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

/** An annotation that tells by what name producers know an entity. @public */
export interface NameAnnotation {
  annotation: string;
  /** The scheme of its names; absent where each name says its own. */
  scheme?: AliasScheme;
  /** A value, for documentation and for whoever sets it up. */
  example: string;
}

/**
 * The annotations whose names are read, those that people already have and our
 * own. Values are comma-separated lists.
 *
 * @public
 */
export const NAME_ANNOTATIONS: readonly NameAnnotation[] = [
  {
    annotation: GITHUB_PROJECT_ANNOTATION,
    scheme: 'repository',
    example: 'acme/payments',
  },
  {
    annotation: GITLAB_PROJECT_ANNOTATION,
    scheme: 'repository',
    example: 'acme/payments',
  },
  {
    annotation: SOURCE_LOCATION_ANNOTATION,
    scheme: 'repository',
    example: 'url:https://git.example.org/acme/payments/',
  },
  {
    annotation: 'jenkins.io/job-full-name',
    scheme: 'jenkins-job',
    example: 'acme/payments',
  },
  {
    annotation: 'pagerduty.com/service-id',
    scheme: 'pagerduty-service',
    example: 'PABC123',
  },
  {
    annotation: 'opsgenie.com/team',
    scheme: 'opsgenie',
    example: 'payments-team',
  },
  {
    annotation: 'argocd/app-name',
    scheme: 'argocd-app',
    example: 'payments-production',
  },
  {
    annotation: 'backstage.io/kubernetes-id',
    scheme: 'kubernetes',
    example: 'payments',
  },
  {
    annotation: 'grafana/alert-label-selector',
    scheme: 'alert-label',
    example: 'service=payments',
  },
  {
    annotation: 'sonarqube.org/project-key',
    scheme: 'sonarqube-project',
    example: 'acme_payments',
  },
  {
    annotation: SERVICE_ID_ANNOTATION,
    scheme: 'service',
    example: 'payments',
  },
  {
    annotation: PIPELINE_ANNOTATION,
    scheme: 'pipeline',
    example: 'payments-release',
  },
  {
    annotation: EVENT_SOURCE_ANNOTATION,
    scheme: 'event-source',
    example: '/ci/payments',
  },
  { annotation: ALIAS_ANNOTATION, example: 'jenkins-job:acme/payments' },
];
