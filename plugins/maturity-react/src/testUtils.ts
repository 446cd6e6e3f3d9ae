/**
 * Fixtures for tests of pages that show scorecards.
 *
 * @packageDocumentation
 */
export { decisionFixture } from './fixtures/decisionFixture';
export { eventFixture, factFixture } from './fixtures/factFixture';
export { maturityApiFixture } from './fixtures/maturityApiFixture';
export {
  cardFixture,
  criterionFixture,
  measurementFixture,
  scorecardFixture,
} from './fixtures/scorecardFixture';
