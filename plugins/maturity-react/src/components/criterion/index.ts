export { AttestButton } from './AttestButton';
export { CriterionDetail, criterionElementId } from './CriterionDetail';
export { CriterionEvidence, type EvidenceSource } from './CriterionEvidence';
export { CriterionProofs } from './CriterionProofs';
export { EvidenceList, type EvidenceListProps } from './EvidenceList';
export { MeasurementDoor, MeasurementValue } from './MeasurementValue';
export { ProvenanceChip } from './ProvenanceChip';
export { ThresholdText } from './ThresholdText';
