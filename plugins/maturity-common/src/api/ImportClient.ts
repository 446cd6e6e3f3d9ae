import { HttpCaller, type MaturityClientOptions } from './HttpCaller';
import type { ImportRefusals, ImportStatus } from './imports';
import type { MaturityApi } from './MaturityApi';
import { OperationsClient } from './OperationsClient';

/** The calls of the client that bring history in. @public */
export class ImportClient extends OperationsClient {
  readonly #caller: HttpCaller;

  constructor(options: MaturityClientOptions) {
    super(options);
    this.#caller = new HttpCaller(options);
  }

  createImport(
    options: Parameters<MaturityApi['createImport']>[0],
  ): Promise<ImportStatus> {
    return this.#caller.call({
      path: '/v1/imports',
      method: 'POST',
      body: options,
    });
  }

  sendImportContent(
    options: Parameters<MaturityApi['sendImportContent']>[0],
  ): Promise<ImportStatus> {
    return this.#caller.call({
      path: `${importPath(options.id)}/content`,
      method: 'PUT',
      upload: {
        mediaType: 'application/octet-stream',
        content: options.content,
        headers: {
          'Upload-Offset': String(options.offset),
          ...(options.last && { 'Upload-Complete': '?1' }),
        },
      },
      signal: options.signal,
    });
  }

  getImports(
    options: Parameters<MaturityApi['getImports']>[0] = {},
  ): Promise<ImportStatus[]> {
    const { signal, ...query } = options;
    return this.#caller.list({ path: '/v1/imports', query, signal });
  }

  getImport(
    options: Parameters<MaturityApi['getImport']>[0],
  ): Promise<ImportStatus> {
    return this.#caller.call({
      path: importPath(options.id),
      signal: options.signal,
    });
  }

  getImportRefusals(
    options: Parameters<MaturityApi['getImportRefusals']>[0],
  ): Promise<ImportRefusals> {
    const { after, limit, signal } = options;
    return this.#caller.call({
      path: `${importPath(options.id)}/refusals`,
      query: { after, limit },
      signal,
    });
  }

  finishImport(
    options: Parameters<MaturityApi['finishImport']>[0],
  ): Promise<ImportStatus> {
    return this.#caller.call({
      path: `${importPath(options.id)}/${options.step}`,
      method: 'POST',
    });
  }
}

function importPath(id: string): string {
  return `/v1/imports/${encodeURIComponent(id)}`;
}
