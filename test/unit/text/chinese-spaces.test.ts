/** What Chinese writes otherwise: spaces beside foreign words, and lists. */
import { describe, expect, it } from 'vitest';
import { format, zh } from '../../../shared/text/zh-hans/format.ts';

describe('a Chinese sentence with values', () => {
  it.each([
    ['a foreign word has spaces', zh`连接${'Twitch'}失败`, '连接 Twitch 失败'],
    ['spaces that are there stay single', zh`连接 ${'Twitch'} 失败`, '连接 Twitch 失败'],
    ['a Chinese word has none', zh`连接 ${'我的频道'} 失败`, '连接我的频道失败'],
    ['a figure has one', zh`跳过${12}帧`, '跳过 12 帧'],
    ['punctuation needs none', zh`找不到${'live.example.com'}。`, '找不到 live.example.com。'],
    ['an empty value leaves all as written', zh`代理${''}没有响应`, '代理没有响应'],
    ['two values meet as words do', zh`${'example.com'}${'没有响应'}。`, 'example.com 没有响应。'],
    ['spaces within a value stay', zh`显示${'我的 频道'}`, '显示我的 频道'],
  ])('%s', (_, sentence, written) => {
    expect(sentence).toBe(written);
  });
});

it('Chinese lists have spaces beside foreign words', () => {
  expect(format.list([])).toBe('');
  expect(format.list(['Twitch'])).toBe('Twitch');
  expect(format.list(['Twitch', 'YouTube', 'Kick'])).toBe('Twitch、YouTube 和 Kick');
  expect(format.list(['low', 'quality'], 'disjunction')).toBe('low 或 quality');
});
