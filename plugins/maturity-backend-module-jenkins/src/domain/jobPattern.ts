/** Whether a full name of a job is meant. */
export type JobPattern = (job: string) => boolean;

/**
 * Reads a pattern of full names of jobs, in which `*` stands for any text,
 * slashes too. Case matters, as it does in Jenkins.
 */
export function jobPattern(pattern: string): JobPattern {
  const parts = pattern
    .split(/\*+/)
    .map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const expression = new RegExp(`^${parts.join('.*')}$`, 's');
  return job => expression.test(job);
}
