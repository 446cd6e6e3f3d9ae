export { CriterionDetail, criterionElementId } from './CriterionDetail';
export { CriterionEvidence, type EvidenceSource } from './CriterionEvidence';
export { EvidenceList, type EvidenceListProps } from './EvidenceList';
export { MeasurementValue } from './MeasurementValue';
export { ProvenanceChip } from './ProvenanceChip';
export { ThresholdText } from './ThresholdText';
