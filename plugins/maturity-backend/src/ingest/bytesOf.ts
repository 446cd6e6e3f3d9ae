import type { Request } from 'express';

/** The body as `express.raw` has read it. */
export function bytesOf(request: Request<any, any, any, any>): Buffer {
  // Without a body express.raw leaves an empty object.
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}
