export { FactEvents, type FactEventsProps } from './FactEvents';
export { FactDialog, type FactDialogProps } from './FactDialog';
export {
  MeasurementEvidenceDialog,
  type MeasurementEvidenceDialogProps,
} from './MeasurementEvidenceDialog';
export { useDocsUrl } from './useDocsUrl';
