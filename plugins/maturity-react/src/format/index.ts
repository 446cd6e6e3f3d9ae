export {
  formatAgainst,
  formatNumber,
  formatValue,
  type FormatValueOptions,
} from './formatValue';
export { formatRelative } from './formatRelative';
export {
  afterDayInput,
  formatDate,
  formatDateTime,
  formatDay,
  fromTimeInput,
  toDayInput,
  toTimeInput,
  type FormatTimeOptions,
} from './formatTime';
