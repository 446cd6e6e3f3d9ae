export { LevelCell } from './LevelCell';
export { LevelLadder, type LevelLadderProps } from './LevelLadder';
