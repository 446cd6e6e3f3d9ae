import type { Alias } from '@devops-scorecards/plugin-maturity-common';
import { normaliseEntityRef } from '@devops-scorecards/plugin-maturity-node';
import type { OpsgenieAlert } from './payloads';

/** Names of a property of an alert, or of a tag, that names the entity itself. */
const ENTITY_REF_NAMES = ['entityref', 'devops-scorecards.io/entity-ref'];

const MAX_NAME_LENGTH = 512;

/** NUL cannot be kept by PostgreSQL, half a surrogate pair by neither database. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

const MAIL_ADDRESS = /^\S+@\S+$/;

/**
 * By what names the catalog may know whose alert it is, the most telling
 * first: its entity, its tags, its teams and its source.
 *
 * @remarks
 *
 * A team often owns several services that all name it, so it stands back
 * behind what names one of them. The source of an alert that a person made is
 * the person's address and is nobody's name.
 */
export function namesOfAlert(alert: OpsgenieAlert): Alias[] {
  const { entity, tags, team, teams, responders, source } = alert;
  const names = [
    entity,
    ...tags,
    team,
    ...responders.map(({ type, name }) => (type === 'team' ? name : undefined)),
    ...teams,
    MAIL_ADDRESS.test(source ?? '') ? undefined : source,
  ];
  const usable = names.filter(
    (name): name is string =>
      name !== undefined &&
      name.length <= MAX_NAME_LENGTH &&
      !UNSTORABLE.test(name),
  );
  return [...new Set(usable)].map(value => ({ scheme: 'opsgenie', value }));
}

/**
 * The entity that an alert names itself: in its property (`details`)
 * `entityref`, or in a tag `entityref:<ref>` or `entityref=<ref>`.
 *
 * @returns `undefined` also where it is no reference of an entity: a slip must
 *   not lose the alert
 */
export function entityRefOf(alert: OpsgenieAlert): string | undefined {
  const told = [
    ...ENTITY_REF_NAMES.map(name => alert.details?.[name]),
    ...alert.tags.map(valueOfTag),
  ];
  for (const text of told) {
    const ref =
      typeof text === 'string' ? normaliseEntityRef(text.trim()) : undefined;
    if (ref !== undefined) {
      return ref;
    }
  }
  return undefined;
}

function valueOfTag(tag: string): string | undefined {
  const name = ENTITY_REF_NAMES.find(known =>
    [`${known}:`, `${known}=`].some(start => tag.startsWith(start)),
  );
  return name && tag.slice(name.length + 1);
}
