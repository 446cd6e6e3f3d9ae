export { AttestationChip } from './AttestationChip';
export { DecisionCard, type DecisionCardProps } from './DecisionCard';
export { DecisionList, type DecisionListProps } from './DecisionList';
export { useViewer } from './useViewer';
