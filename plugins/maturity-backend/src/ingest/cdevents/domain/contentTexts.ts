import { textOf } from '@devops-scorecards/plugin-maturity-node';
import type { Cdevent } from './readCdevent';

const LONGEST_TITLE = 200;

/** Where a person can look: CDEvents 0.4 says `url`, 0.5 says `uri`. */
export function urlOf({ content }: Cdevent): string | undefined {
  return textOf(content, 'uri') ?? textOf(content, 'url');
}

/** The first line of a text, short enough for a list. */
export function titleOf(text: string | undefined): string | undefined {
  return text?.split('\n')[0].slice(0, LONGEST_TITLE);
}
