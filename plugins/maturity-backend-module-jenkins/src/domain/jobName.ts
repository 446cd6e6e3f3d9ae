/**
 * The full name of a job, folders and all, by its address below Jenkins.
 *
 * @remarks
 *
 * `job/acme/job/payments/job/feature%252Fx/` is `acme/payments/feature%2Fx`,
 * as Jenkins itself writes it: a branch with a slash is one segment. What
 * follows a job without `job/` before it, an axis of a matrix for example, is a
 * part of the name too; a view before the first job is none.
 *
 * @param address - relative to Jenkins, with or without the number of a build
 * @returns `undefined` where the address names no job
 */
export function jobName(address: string): string | undefined {
  const segments = address.split('/').filter(segment => segment !== '');
  const names: string[] = [];
  for (let i = 0; i < segments.length; i += 1) {
    if (segments[i] === 'job' && i + 1 < segments.length) {
      names.push(decoded(segments[i + 1]));
      i += 1;
    } else if (names.length > 0) {
      names.push(decoded(segments[i]));
    }
  }
  return names.length > 0 ? names.join('/') : undefined;
}

/** The folder, or of a branch the multibranch project. */
export function parentOf(job: string): string | undefined {
  const slash = job.lastIndexOf('/');
  return slash > 0 ? job.slice(0, slash) : undefined;
}

/** The branch that a job of a multibranch project builds. */
export function branchInName(job: string): string {
  return decoded(job.slice(job.lastIndexOf('/') + 1));
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A percent sign that encodes nothing stands for itself.
    return segment;
  }
}
