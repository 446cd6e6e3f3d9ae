export { LevelLadder, type LevelLadderProps } from './LevelLadder';
