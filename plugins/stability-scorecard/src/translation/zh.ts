import { availabilityMessages } from './zh/availability';
import { incidentsMessages } from './zh/incidents';
import { pageMessages } from './zh/page';
import { reportMessages } from './zh/report';

/**
 * Every message of {@link stabilityTranslationRef} in Chinese, by its dotted
 * key. Words of the standards keep the standards' own wording.
 */
const messages = {
  ...pageMessages,
  ...availabilityMessages,
  ...incidentsMessages,
  ...reportMessages,
};

export default messages;
