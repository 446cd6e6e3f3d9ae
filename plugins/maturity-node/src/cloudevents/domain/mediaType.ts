/** A content type cut into what decides. */
export interface MediaType {
  /** Lower case, without parameters; empty where there was none. */
  essence: string;
  charset?: string;
}

/** Reads a `Content-Type`, for example `application/json; charset=utf-8`. */
export function mediaType(value: string | undefined): MediaType {
  const [essence, ...parameters] = (value ?? '').toLowerCase().split(';');
  const charset = parameters
    .map(
      parameter => /^\s*charset\s*=\s*"?([^"\s]+)"?\s*$/.exec(parameter)?.[1],
    )
    .find(Boolean);
  return { essence: essence.trim(), charset };
}

/** Whether data of that type is a JSON value. No type means JSON. */
export function isJson({ essence }: MediaType): boolean {
  return (
    essence === '' ||
    essence === 'application/json' ||
    essence === 'text/json' ||
    essence.endsWith('+json')
  );
}

export function isUtf8({ charset }: MediaType): boolean {
  return (
    charset === undefined ||
    charset === 'utf-8' ||
    charset === 'utf8' ||
    charset === 'us-ascii'
  );
}
