/**
 * Command line of the maturity scorecards.
 *
 * @packageDocumentation
 */
import { runProcess } from './runProcess';

runProcess(process);
