import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { NamedText } from '../../../../renderer/ui/layout/NamedText.tsx';

const html = (text: string, name: string | undefined) =>
  renderToStaticMarkup(createElement(NamedText, { text, name }));

it('a name in a sentence keeps its own direction, and a sentence without it stays as it is', () => {
  expect(html('שידור 1 was deleted.', 'שידור 1')).toBe('<bdi>שידור 1</bdi> was deleted.');
  expect(html('Edit a<b>', 'a<b>')).toBe('Edit <bdi>a&lt;b&gt;</bdi>');
  expect(html('Nothing was lost.', 'Twitch')).toBe('Nothing was lost.');
  expect(html('Nothing was lost.', undefined)).toBe('Nothing was lost.');
});
