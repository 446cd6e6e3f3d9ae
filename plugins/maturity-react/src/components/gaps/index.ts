export { GapChecklist, type GapChecklistProps } from './GapChecklist';
