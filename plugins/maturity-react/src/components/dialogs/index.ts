export { DialogFrame } from './DialogFrame';
export {
  useScorecardDialogs,
  type MeasurementReference,
  type ScorecardDialogsApi,
} from './scorecardDialogsContext';
export {
  ScorecardDialogs,
  type ScorecardDialogsProps,
} from './ScorecardDialogs';
