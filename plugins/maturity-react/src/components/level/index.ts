export { LevelBadge, type LevelBadgeProps } from './LevelBadge';
export { LevelSign, type LevelSignProps } from './LevelSign';
