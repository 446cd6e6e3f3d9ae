export {
  formatAgainst,
  formatNumber,
  formatValue,
  type FormatValueOptions,
} from './formatValue';
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
