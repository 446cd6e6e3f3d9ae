/**
 * Fixtures for tests of pages that show scorecards.
 *
 * @packageDocumentation
 */
export { decisionFixture } from './fixtures/decisionFixture';
export { eventFixture, factFixture } from './fixtures/factFixture';
export { importFixture } from './fixtures/importFixture';
export { maturityApiFixture } from './fixtures/maturityApiFixture';
export {
  setupFixture,
  setupSourceFixture,
  sourceDetailFixture,
  sourceFixture,
  unmappedNameFixture,
} from './fixtures/operationsApiFixture';
export {
  cardFixture,
  criterionFixture,
  measurementFixture,
  scorecardFixture,
} from './fixtures/scorecardFixture';
