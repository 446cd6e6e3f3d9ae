import { englishTexts } from '../testing/englishTexts';
import { formatRelative } from './formatRelative';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('formatRelative', () => {
  it.each([
    [0, 'now', '现在'],
    [999, 'now', '现在'],
    [30_000, '30 seconds ago', '30秒钟前'],
    [90_000, '1 minute ago', '1分钟前'],
    [3 * HOUR, '3 hours ago', '3小时前'],
    [30 * HOUR, 'yesterday', '昨天'],
    [72 * HOUR, '3 days ago', '3天前'],
    [-5 * MINUTE, 'in 5 minutes', '5分钟后'],
  ])('%d ms ago is %s, in Chinese %s', (ago, en, zh) => {
    expect(formatRelative({ ago, texts: englishTexts() })).toBe(en);
    expect(formatRelative({ ago, texts: englishTexts('zh-CN') })).toBe(zh);
  });
});
