import type { Statement } from '@devops-scorecards/plugin-maturity-common';
import {
  accept,
  type MappingContext,
  type Result,
} from '@devops-scorecards/plugin-maturity-node';
import { checkOrder } from './checkOrder';
import { mapAlert } from './mapAlert';
import { mapChange } from './mapChange';
import { mapDeployment } from './mapDeployment';
import { mapIncident } from './mapIncident';
import { mapMeasure } from './mapMeasure';
import { mapRun } from './mapRun';
import { mapWorkItem } from './mapWorkItem';
import type { Cdevent } from './readCdevent';

/**
 * What a CDEvent says of facts; nothing, for the subjects that no fact is made
 * of.
 */
export function mapStatements(
  event: Cdevent,
  context: MappingContext,
): Result<Statement[]> {
  const map = mapperOf(event);
  const statements: Result<Statement[]> = map
    ? map(event, context)
    : accept([]);
  if (!statements.ok) {
    return statements;
  }
  const refusal = checkOrder(event, statements.value);
  return refusal ? { ok: false, refusal } : statements;
}

type Mapper = (event: Cdevent, context: MappingContext) => Result<Statement[]>;

function mapperOf({ type }: Cdevent): Mapper | undefined {
  switch (type.subject) {
    case 'pipelinerun':
      return mapRun;
    case 'change':
      return mapChange;
    case 'service':
      return ['removed', 'published'].includes(type.predicate)
        ? undefined
        : mapDeployment;
    case 'incident':
      return mapIncident;
    case 'alert':
      return mapAlert;
    case 'ticket':
    case 'workitem':
      return mapWorkItem;
    case 'measure':
      return mapMeasure;
    default:
      return undefined;
  }
}
