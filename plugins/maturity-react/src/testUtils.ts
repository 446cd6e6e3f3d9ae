/**
 * Fixtures for tests of pages that show scorecards.
 *
 * @packageDocumentation
 */
export { maturityApiFixture } from './fixtures/maturityApiFixture';
export {
  cardFixture,
  criterionFixture,
  measurementFixture,
  scorecardFixture,
} from './fixtures/scorecardFixture';
