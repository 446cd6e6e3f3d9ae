export { defaultWindows, type ComparedWindows } from './compareWindows';
export { LazyWindowCompare as WindowCompare } from './LazyWindowCompare';
export type { WindowCompareProps } from './WindowCompare';
