import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { Result } from '../../domain/result';

/** Value of an extension attribute. */
export type ExtensionValue = string | number | boolean;

/** What an event carries besides its attributes. */
export type EventData =
  | { kind: 'none' }
  | { kind: 'json'; value: unknown }
  | { kind: 'other' };

/** A valid CloudEvent 1.0. */
export interface CloudEvent {
  id: string;
  source: string;
  type: string;
  subject?: string;
  time?: EpochMs;
  dataContentType?: string;
  dataSchema?: string;
  extensions: Readonly<Record<string, ExtensionValue>>;
  data: EventData;
}

/** An event with the bytes that it came in. */
export interface ReceivedCloudEvent {
  event: CloudEvent;
  contentType: string;
  bytes: Uint8Array;
}

/** One event of a delivery. */
export interface DeliveryItem {
  /** The event's id as far as one could be read, to answer with. */
  id?: string;
  received: Result<ReceivedCloudEvent>;
}

export type ContentMode = 'binary' | 'structured' | 'batch';

/** A delivery that could be cut into events, good or bad. */
export interface Delivery {
  mode: ContentMode;
  items: DeliveryItem[];
}

/** An HTTP message as the binding sees it. */
export interface DeliveryRequest {
  /** Lower-case names. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Uint8Array;
}

export interface DeliveryLimits {
  /** Most events in one batch. */
  maxBatch: number;
  /** Deepest nesting of arrays and objects in one event. */
  maxDepth: number;
}
