import {
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import {
  TIER_LABEL,
  type Alias,
} from '@devops-scorecards/plugin-maturity-common';
import { aliasesOf } from './aliasesOf';
import { documentOf, type EntityDocument } from './documentOf';

/** What the projection keeps of an entity. */
export interface EntityDescription {
  /** Lower case. */
  ref: string;
  kind: string;
  type?: string;
  lifecycle?: string;
  tier?: string;
  ownerRef?: string;
  systemRef?: string;
  domainRef?: string;
  document: EntityDocument;
  aliases: Alias[];
}

function readText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A ref as a spec writes it, made full; `undefined` when it cannot be. */
function readRef(
  entity: Entity,
  value: unknown,
  defaultKind: string,
): string | undefined {
  const text = readText(value);
  if (text === undefined) {
    return undefined;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(text, {
        defaultKind,
        defaultNamespace: entity.metadata.namespace ?? 'default',
      }),
    );
  } catch {
    return undefined;
  }
}

/** The domain that a system itself names. */
export function domainOfSystem(entity: Entity): string | undefined {
  return readRef(entity, entity.spec?.domain, 'domain');
}

/**
 * What the projection keeps of an entity.
 *
 * @param entity - as the catalog has it
 * @param domainOf - the domain of a system by its ref, where it is known
 */
export function describeEntity(
  entity: Entity,
  domainOf: (systemRef: string) => string | undefined,
): EntityDescription {
  const { spec } = entity;
  const systemRef = readRef(entity, spec?.system, 'system');
  const owner = entity.relations?.find(
    ({ type }) => type === RELATION_OWNED_BY,
  )?.targetRef;
  return {
    ref: stringifyEntityRef(entity),
    kind: entity.kind.toLocaleLowerCase('en-US'),
    type: readText(spec?.type),
    lifecycle: readText(spec?.lifecycle),
    tier:
      readText(entity.metadata.labels?.[TIER_LABEL]) ?? readText(spec?.tier),
    ownerRef: owner ?? readRef(entity, spec?.owner, 'group'),
    systemRef,
    domainRef:
      domainOfSystem(entity) ?? (systemRef ? domainOf(systemRef) : undefined),
    document: documentOf(entity),
    aliases: aliasesOf(entity),
  };
}
