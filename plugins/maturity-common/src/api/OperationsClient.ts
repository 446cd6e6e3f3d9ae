import { entityPath } from './entityPath';
import type { FactRecord } from './factRecords';
import { HttpCaller, type MaturityClientOptions } from './HttpCaller';
import type {
  MappedName,
  OperatorName,
  SourceDetail,
  SourceStatus,
  UnmappedEvent,
  UnmappedNames,
} from './operations';
import type { OperationsApi } from './OperationsApi';
import type { EntitySetup, SetupTest } from './setup';

/** The part of the client for operators, set-up and incidents. @public */
export class OperationsClient implements OperationsApi {
  readonly #caller: HttpCaller;

  constructor(options: MaturityClientOptions) {
    this.#caller = new HttpCaller(options);
  }

  getSources(
    options: Parameters<OperationsApi['getSources']>[0] = {},
  ): Promise<SourceStatus[]> {
    return this.#caller.list({ path: '/v1/operations/sources', ...options });
  }

  getSource(
    options: Parameters<OperationsApi['getSource']>[0],
  ): Promise<SourceDetail> {
    const { source, signal } = options;
    return this.#caller.call({ path: sourcePath(source), signal });
  }

  async pullNow(
    options: Parameters<OperationsApi['pullNow']>[0],
  ): Promise<void> {
    await this.#caller.send({
      path: `${sourcePath(options.source)}/pull`,
      method: 'POST',
    });
  }

  getUnmappedEvents(
    options: Parameters<OperationsApi['getUnmappedEvents']>[0] = {},
  ): Promise<UnmappedEvent[]> {
    const { name, limit, signal } = options;
    return this.#caller.list({
      path: '/v1/operations/unmapped',
      query: { ...name, limit },
      signal,
    });
  }

  getUnmappedNames(
    options: Parameters<OperationsApi['getUnmappedNames']>[0] = {},
  ): Promise<UnmappedNames> {
    const { limit, offset, signal } = options;
    return this.#caller.call({
      path: '/v1/operations/unmapped/names',
      query: { limit, offset },
      signal,
    });
  }

  getOperatorNames(
    options: Parameters<OperationsApi['getOperatorNames']>[0] = {},
  ): Promise<OperatorName[]> {
    const { limit, offset, signal } = options;
    return this.#caller.list({
      path: '/v1/operations/names',
      query: { limit, offset },
      signal,
    });
  }

  mapName(
    options: Parameters<OperationsApi['mapName']>[0],
  ): Promise<MappedName> {
    return this.#caller.call({
      path: '/v1/operations/names',
      method: 'POST',
      body: options,
    });
  }

  async removeName(
    options: Parameters<OperationsApi['removeName']>[0],
  ): Promise<void> {
    await this.#caller.send({
      path: `/v1/operations/names/${options.id}`,
      method: 'DELETE',
    });
  }

  getSetup(
    options: Parameters<OperationsApi['getSetup']>[0],
  ): Promise<EntitySetup> {
    return this.#caller.call({
      path: `${entityPath(options)}/setup`,
      signal: options.signal,
    });
  }

  testSetup(
    options: Parameters<OperationsApi['testSetup']>[0],
  ): Promise<SetupTest> {
    return this.#caller.call({
      path: `${entityPath(options)}/setup/test`,
      method: 'POST',
      body: { source: options.source },
    });
  }

  reportIncident(
    options: Parameters<OperationsApi['reportIncident']>[0],
  ): Promise<FactRecord> {
    const { entityRef: _, ...body } = options;
    return this.#caller.call({
      path: `${entityPath(options)}/incidents`,
      method: 'POST',
      body,
    });
  }

  continueIncident(
    options: Parameters<OperationsApi['continueIncident']>[0],
  ): Promise<FactRecord> {
    const { entityRef: _, key, ...body } = options;
    return this.#caller.call({
      path: `${entityPath(options)}/incidents/${encodeURIComponent(key)}`,
      method: 'POST',
      body,
    });
  }
}

function sourcePath(source: string): string {
  return `/v1/operations/sources/${encodeURIComponent(source)}`;
}
