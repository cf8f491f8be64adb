import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../shared/errors/error-codes.ts';
import { describeError, errorCause } from '../../../renderer/errors/error-text.ts';

describe('describeError', () => {
  it.each(errorCodes)('has three sentences for %s', (code) => {
    const text = describeError({ code, details: {} });
    for (const sentence of [text.title, text.doing, text.action])
      expect(sentence).toMatch(/^(ffmpeg|[A-Z]).+[.:]?$/s);
  });

  it('names the host and the step that took too long', () => {
    const { title } = describeError({
      code: 'transport/timeout',
      details: { host: 'live.example', step: 'tls' },
    });
    expect(title).toBe('Live.example did not answer in time during the TLS handshake.');
  });
});

describe('errorCause', () => {
  it('prefers what the server said', () => {
    const details = { serverWords: 'No such key', message: 'refused' };
    expect(errorCause({ code: 'rtmp/key-refused', details })).toBe('The server said: “No such key”');
  });

  it('is undefined when there is nothing to say', () => {
    expect(errorCause({ code: 'transport/reset', details: {} })).toBeUndefined();
  });
});
