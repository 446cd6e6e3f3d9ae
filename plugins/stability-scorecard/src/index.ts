/**
 * Stability scorecard for catalog entities: tab and card.
 *
 * @packageDocumentation
 */
export {
  EntityStabilityCard,
  EntityStabilityContent,
  stabilityScorecardPlugin,
} from './plugin';
export { rootRouteRef } from './routes';
export { isStabilityAvailable } from './entity/isStabilityAvailable';
export { stabilityTranslationRef } from './translation/stabilityTranslationRef';
