import { decisionsMessages } from './zh/decisions';
import { factsMessages } from './zh/facts';
import { importsMessages } from './zh/imports';
import { measurementsMessages } from './zh/measurements';
import { pagesMessages } from './zh/pages';
import { scorecardMessages } from './zh/scorecard';
import { setupMessages } from './zh/setup';
import { trendsMessages } from './zh/trends';

/**
 * Every message of {@link maturityTranslationRef} in Chinese, by its dotted
 * key. Words of the standards keep the standards' own wording.
 */
const messages = {
  ...scorecardMessages,
  ...importsMessages,
  ...measurementsMessages,
  ...factsMessages,
  ...trendsMessages,
  ...decisionsMessages,
  ...pagesMessages,
  ...setupMessages,
};

export default messages;
