import { expect, it } from 'vitest';
import { endSentence } from '../../../shared/text/end-sentence.ts';

it.each([
  ['No such stream', 'No such stream.'],
  ['No such stream.', 'No such stream.'],
  ['Who are you?', 'Who are you?'],
  ['Go away!', 'Go away!'],
  ['Cut off here…', 'Cut off here…'],
  ['The server said: “Bad key”', 'The server said: “Bad key”.'],
  ['The server said: “Bad key.”', 'The server said: “Bad key.”'],
  ['The server said: “Bad key…”', 'The server said: “Bad key…”'],
  ['Der Server meldet: „Bad key.“', 'Der Server meldet: „Bad key.“'],
  ['Not found (404)', 'Not found (404).'],
  ['(It’s gone.)', '(It’s gone.)'],
  ['Ends with a space. ', 'Ends with a space.'],
  ['version 1.2', 'version 1.2.'],
  ['サーバーが拒否しました', 'サーバーが拒否しました。'],
  ['服务器返回：“密钥无效。”', '服务器返回：“密钥无效。”'],
  ['', ''],
])('%j ends once: %j', (sentence, ended) => {
  expect(endSentence(sentence)).toBe(ended);
  expect(endSentence(ended)).toBe(ended);
});
