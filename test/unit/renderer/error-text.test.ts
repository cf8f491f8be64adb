import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../shared/errors/error-codes.ts';
import { errorCodes } from '../../../shared/errors/error-codes.ts';
import type { ErrorReason } from '../../../shared/errors/error-reasons.ts';
import { en } from '../../../shared/text/en.ts';
import { describeError, errorCause } from '../../../shared/text/error-text.ts';
import { languages } from '../../../shared/text/languages/languages.ts';

describe('describeError', () => {
  it.each(errorCodes)('has whole sentences for %s', (code) => {
    const text = describeError({ code, details: {} });
    for (const sentence of [text.title, text.doing ?? text.action, text.action])
      expect(sentence).toMatch(/^[A-Z].+[.:]?$/s);
  });

  it('names the host and the step that took too long', () => {
    const { title } = describeError({
      code: 'transport/timeout',
      details: { host: 'live.example', step: 'tls' },
    });
    expect(title).toBe('live.example didn’t respond in time while securing the connection.');
  });
});

it('an encoder of another codec is refused while live by the codecs’ names, never as one that doesn’t work', () => {
  const details = { reason: 'codecFixed', from: 'H.264', to: 'AV1' };
  expect(describeError({ code: 'encoder/unsupported', details })).toMatchObject({
    title: 'Can’t switch from H.264 to AV1 while you’re live. End the stream first.',
    action: 'Then choose the encoder again in Settings.',
  });
});

describe('the advice fits what happened', () => {
  it.each([
    ['TLS 1.2', 'Ask the server’s admin to turn on TLS 1.2. Older versions aren’t secure.'],
    [
      'TLS 1.3',
      'Ask the server’s admin to turn on TLS 1.3, or set the minimum TLS version in this destination to TLS 1.2.',
    ],
  ])('a server without %s', (neededVersion, action) => {
    expect(describeError({ code: 'transport/tls-failed', details: { neededVersion } }).action).toBe(action);
  });

  it.each([
    [
      { message: 'Add a destination, or rehearse first.' },
      'Fix what’s listed above Go live, then try again.',
    ],
    [
      { reason: 'alreadyRecording' },
      'Something may have just changed. Check what Upcast shows now, then try again if you need to.',
    ],
  ])('a command that can’t be run: %o', (details, action) => {
    expect(describeError({ code: 'studio/not-ready', details }).action).toBe(action);
  });

  it.each([
    ['capture/no-camera', { label: 'Desk' }, 'Connect the camera, or choose another one under Sources.'],
    ['capture/no-camera', { label: 'Desk', count: 2 }, 'Choose one of these cameras under Sources.'],
    [
      'capture/no-microphone',
      { label: 'Desk' },
      'Connect the microphone, or choose another one under Audio.',
    ],
    ['capture/no-microphone', { label: 'Desk', count: 2 }, 'Choose one of these microphones under Audio.'],
  ] as const)('%s with %o', (code, details, action) => {
    expect(describeError({ code, details }).action).toBe(action);
  });
});

it.each(Object.getOwnPropertyNames(Object.prototype).concat('prototype', 'rtmp/unheard-of'))(
  'a code %s of a server or an older engine reads as a bug of Upcast',
  (name) => {
    for (const code of [name, Object.prototype, undefined, () => 'code']) {
      const { title } = describeError({ code: code as ErrorCode, details: { message: 'said so' } });
      expect(title).toBe('Something went wrong in Upcast. Said so.');
    }
    const { title } = describeError({ code: 'transport/timeout', details: { step: name } });
    expect(title).toBe('The server didn’t respond in time.');
  },
);

describe('errorCause', () => {
  it('prefers what the server said', () => {
    const details = { serverWords: 'No such key', message: 'refused' };
    expect(errorCause({ code: 'rtmp/key-refused', details })).toBe('The server said: “No such key”.');
  });

  it('is undefined when there is nothing to say', () => {
    expect(errorCause({ code: 'transport/reset', details: {} })).toBeUndefined();
  });

  it('begins a sentence with a host as it is written, and a technical cause with a capital', () => {
    const details = { host: 'live.example', message: 'live.example offers TLS 1.1 alone' };
    expect(describeError({ code: 'transport/host-not-found', details }).title).toBe(
      'Can’t find live.example.',
    );
    expect(describeError({ code: 'transport/host-not-found', details: {} }).title).toBe(
      'Can’t find the server.',
    );
    expect(errorCause({ code: 'transport/tls-failed', details })).toBe('live.example offers TLS 1.1 alone.');
    const closed = { ...details, message: 'the proxy closed the connection' };
    expect(errorCause({ code: 'transport/proxy-refused', details: closed })).toBe(
      'The proxy closed the connection.',
    );
  });
});

describe.each(languages)('in $name', ({ load }) => {
  it.each<readonly [ErrorCode, ErrorReason]>([
    ['encoder/not-found', 'ffmpegMissing'],
    ['encoder/not-found', 'ffmpegBroken'],
    ['encoder/not-found', 'ffmpegNotStarted'],
    ['settings/keys-locked', 'keychainRefused'],
    ['settings/keys-locked', 'keysFileLocked'],
  ])('%s says nothing that its reason %s says', async (code, reason) => {
    const { errors, reason: reasonOf } = load === undefined ? en : await load();
    const details = { reason, file: 'secrets.bin' };
    const { title, action } = errors.byCode[code](details);
    expect(title).toBe(reasonOf(details));
    const sentences = `${title} ${action}`.split(/(?<=[.。])\s*(?=\p{Lu}|\p{Lo})/u);
    expect(new Set(sentences).size).toBe(sentences.length);
  });
});
