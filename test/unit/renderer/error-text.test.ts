import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../shared/errors/error-codes.ts';
import { errorCodes } from '../../../shared/errors/error-codes.ts';
import { errorReasons } from '../../../shared/errors/error-reasons.ts';
import type { ErrorReason } from '../../../shared/errors/error-reasons.ts';
import { en } from '../../../shared/text/en.ts';
import {
  describeError,
  errorCause,
  meanwhileAndAction,
  titleAndAction,
} from '../../../shared/text/error-text.ts';
import { languages } from '../../../shared/text/languages/languages.ts';

describe('describeError', () => {
  it.each(errorCodes)('has whole sentences for %s', (code) => {
    const text = describeError({ code, details: {} });
    for (const sentence of [text.title, text.doing ?? text.action, text.action])
      expect(sentence).toMatch(/^[A-Z].+[.:]?$/s);
  });

  it.each(errorCodes)('has whole sentences for %s with every reason', (code) => {
    const details = { path: 'A.mp4', file: 'A.json', host: 'A', name: 'A', label: 'A', count: 2 };
    for (const reason of errorReasons) {
      const text = describeError({ code, details: { ...details, reason } });
      for (const sentence of [titleAndAction(text), meanwhileAndAction(text, true)])
        if (sentence !== '') expect(sentence).toMatch(/^[A-Z\d“][^]+\.$/);
    }
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
      'Ask the server’s admin to turn on TLS 1.3, or set this destination’s minimum TLS version to TLS 1.2.',
    ],
  ])('a server without %s', (neededVersion, action) => {
    expect(describeError({ code: 'transport/tls-failed', details: { neededVersion } }).action).toBe(action);
  });

  it.each([
    [
      { message: 'Add a destination, or rehearse first.' },
      'Fix what’s listed above Go live, then try again.',
    ],
    [{ reason: 'alreadyRecording' }, 'If this looks wrong, try again in a moment.'],
    [{ reason: 'updateWhileLive' }, undefined],
  ])('a command that can’t be run: %o', (details, action) => {
    expect(describeError({ code: 'studio/not-ready', details }).action).toBe(action);
  });

  it.each([
    [{}, 'Check your scenes and sources, then try again.'],
    [{ reason: 'lastScene' }, 'Nothing has changed.'],
    // Some of what was pasted may be in.
    [{ reason: 'tooManyItems' }, undefined],
  ])('a change that is refused: %o', (details, action) => {
    expect(describeError({ code: 'studio/refused', details }).action).toBe(action);
  });

  it.each([
    [
      { message: 'no space' },
      'Data saved earlier is unchanged. Check whether the disk is full or read-only.',
    ],
    [{ reason: 'relayFolderIsLink' }, 'Data saved earlier is unchanged.'],
  ])('what isn’t saved: %o', (details, action) => {
    expect(describeError({ code: 'settings/write-failed', details }).action).toBe(action);
  });

  it.each([
    [{ message: en.presetFile.damagedJson }, 'Choose another file.'],
    [{ reason: 'collectionDamaged' }, 'Choose another file.'],
    [
      { message: en.presetFile.newerVersion(2, 1), hasAdvice: true },
      'If that doesn’t help, choose another file.',
    ],
    [{ reason: 'tooManyDestinations' }, undefined],
  ])('a file that can’t be used: %o', (details, action) => {
    expect(describeError({ code: 'input/bad-file', details }).action).toBe(action);
  });

  it.each([
    [{ message: 'bad input: id' }, 'Try again. If this happens again, restart Upcast.'],
    [{ reason: 'fileNotOpen' }, undefined],
  ])('a message that can’t be answered: %o', (details, action) => {
    expect(describeError({ code: 'input/bad-message', details }).action).toBe(action);
  });

  it.each([
    [
      { version: 9, knownVersion: 4 },
      'A newer version of Upcast saved your settings.',
      'Upcast left your settings unchanged. Open the newer version to use or change them.',
    ],
    [
      { reason: 'collectionNewer', name: 'Show' },
      'A newer version of Upcast saved the collection “Show”. Update Upcast to open the collection.',
      undefined,
    ],
    [
      { reason: 'importNewer' },
      'A newer version of Upcast saved this collection. Update Upcast to import it.',
      undefined,
    ],
  ])('what a newer version saved: %o', (details, title, action) => {
    expect(describeError({ code: 'settings/newer-version', details })).toEqual({ title, action });
  });

  it('screens that can’t be listed are listed again, and none of them comes back', () => {
    expect(describeError({ code: 'capture/no-screen', details: { reason: 'screensUnlisted' } })).toEqual({
      title: 'Couldn’t list the screens.',
      action: 'Try again in a moment. If that doesn’t help, restart Upcast.',
    });
    expect(describeError({ code: 'capture/no-screen', details: { reason: 'screenGone' } })).toEqual({
      title: 'The selected screen isn’t connected.',
      doing: 'Upcast will capture the screen or window again when it’s back.',
      action: 'Choose another screen or window under Sources.',
    });
  });

  it.each([
    [{}, 'Check the page’s address.'],
    [{ reason: 'pageAnswered', status: 404 }, 'Check the page’s address.'],
    [{ reason: 'pageCrashed' }, undefined],
    [{ reason: 'pageCrashed', isGivenUp: true }, 'Reload the page, or change its address.'],
  ])('a page that can’t be shown: %o', (details, action) => {
    expect(describeError({ code: 'source/page-failed', details }).action).toBe(action);
  });

  it('a page whose address is missing has no last frame, and nothing to reload', () => {
    const text = describeError({ code: 'source/page-failed', details: { reason: 'pageAddressMissing' } });
    expect(text).toEqual({
      title: 'This page’s address isn’t saved on this computer. Enter it again.',
      action: undefined,
    });
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

/** Each code with each reason that leaves nothing to do. */
const saidByReason: readonly (readonly [ErrorCode, ErrorReason])[] = [
  ['input/bad-message', 'destinationUnknown'],
  ['input/bad-message', 'relayNotWritten'],
  ['input/bad-message', 'exportTooLarge'],
  ['input/bad-message', 'fileNotOpen'],
  ['input/bad-file', 'tooManyDestinations'],
  ['input/bad-file', 'fileIsFolder'],
  ['input/bad-file', 'authorityNotPem'],
  ['input/bad-file', 'authorityUnreadable'],
  ['source/page-failed', 'pageAddressMissing'],
  ['source/page-failed', 'pageCrashed'],
  ['source/page-failed', 'pageClosed'],
  ['source/page-failed', 'pageHung'],
  ['source/page-failed', 'pageMemory'],
  ['source/page-failed', 'pageFlood'],
  ['settings/newer-version', 'collectionNewer'],
  ['settings/newer-version', 'importNewer'],
  ['studio/not-ready', 'updateWhileLive'],
  ['studio/not-ready', 'restartWhileLive'],
  ['studio/not-ready', 'noWindow'],
  ['studio/refused', 'tooManyScenes'],
  ['studio/refused', 'tooManySources'],
  ['studio/refused', 'tooManyItems'],
  ['studio/refused', 'tooManyFilters'],
  ['studio/refused', 'tooManyMedia'],
];

describe.each(languages)('in $name', ({ load }) => {
  it('says what to do for every code, but where the reason says it all', async () => {
    const { errors } = load === undefined ? en : await load();
    const silent = errorCodes.flatMap((code) => {
      expect(errors.byCode[code]({}).action).toMatch(/./);
      return errorReasons
        .filter((reason) => errors.byCode[code]({ reason }).action === undefined)
        .map((reason) => `${code} ${reason}`);
    });
    expect(silent.toSorted()).toEqual(saidByReason.map((each) => each.join(' ')).toSorted());
  });

  it.each<readonly [ErrorCode, ErrorReason]>([
    ['encoder/not-found', 'ffmpegMissing'],
    ['encoder/not-found', 'ffmpegBroken'],
    ['encoder/not-found', 'ffmpegNotStarted'],
    ['settings/keys-locked', 'keychainRefused'],
    ['settings/keys-locked', 'keysFileLocked'],
    ['settings/write-failed', 'settingsBusy'],
    ['settings/write-failed', 'keychainNotWritten'],
    ['studio/not-ready', 'testWhileLive'],
    ['studio/refused', 'collectionOpen'],
    ['input/bad-file', 'fileCodecNotCarried'],
    ...saidByReason,
  ])('%s says nothing that its reason %s says', async (code, reason) => {
    const { errors, reason: reasonOf } = load === undefined ? en : await load();
    const details = { reason, file: 'secrets.bin' };
    const text = errors.byCode[code](details);
    expect(text.title).toBe(reasonOf(details));
    const sentences = titleAndAction(text).split(/(?<=[.。])\s*(?=\p{Lu}|\p{Lo})/u);
    expect(new Set(sentences).size).toBe(sentences.length);
  });
});
