export {
  formatAgainst,
  formatNumber,
  formatValue,
  type FormatValueOptions,
} from './formatValue';
export {
  formatDate,
  formatDateTime,
  formatDay,
  type FormatTimeOptions,
} from './formatTime';
