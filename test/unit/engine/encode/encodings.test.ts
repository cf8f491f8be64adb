import { beforeEach, describe, expect, it } from 'vitest';
import { Encodings } from '../../../../electron/engine/encode/encodings.ts';
import { MediaInput } from '../../../../electron/engine/sources/media-input.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { defaultEncodingProfile } from '../../../../shared/encoding/profile.ts';
import { mainEncoding } from '../../../../shared/studio/document.ts';

const main = mainEncoding(defaultEncodingProfile);
const output = { encodingId: main.id };
let encodings: Encodings;

beforeEach(async () => {
  encodings = new Encodings({
    input: new MediaInput(),
    log: () => {},
    program: { push: () => {}, reset: () => {} },
    report: () => {},
    onChange: () => {},
    onNewProgram: () => {},
    onFailed: () => {},
  });
  encodings.configure('/nowhere/ffmpeg', 'scale');
});

function codeOf(act: () => unknown): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}

describe('the encodings of a command', () => {
  it('are taken when every output takes one of them', () => {
    expect(codeOf(() => encodings.check([main], [output, output]))).toBeUndefined();
  });

  it.each([
    ['no encoding', [], []],
    ['an output of an encoding that is not named', [main], [output, { encodingId: 'upright' }]],
    ['an output of an encoding whose id is a word of the language', [main], [{ encodingId: 'constructor' }]],
    ['an encoding of an unknown canvas', [{ ...main, canvasId: 'upright' }], [output]],
    ['an encoding of an unknown track', [{ ...main, trackId: 'music' }], [output]],
    ['the same encoding twice', [main, main], [output]],
    ['a second encoding', [main, { ...main, id: 'slow' }], [output]],
  ])('are refused: %s', (_what, wanted, outputs) => {
    expect(codeOf(() => encodings.check(wanted, outputs))).toBe('input/bad-message');
  });

  it('are refused beside another one that runs, and taken when the same one runs', async () => {
    encodings.start(main);
    expect(codeOf(() => encodings.check([main], [output]))).toBeUndefined();
    const other = { ...main, id: 'slow' };
    expect(codeOf(() => encodings.check([other], [{ encodingId: 'slow' }]))).toBe('input/bad-message');
    await encodings.stop();
    expect(codeOf(() => encodings.check([other], [{ encodingId: 'slow' }]))).toBeUndefined();
  });

  it('are refused without ffmpeg', async () => {
    encodings.configure('', 'scale');
    expect(codeOf(() => encodings.check([main], [output]))).toBe('encoder/not-found');
  });
});

describe('an encoding by its id', () => {
  it('is there while it runs', async () => {
    expect(codeOf(() => encodings.get(main.id))).toBe('input/bad-message');
    encodings.start(main);
    expect(encodings.get(main.id).videoKbps).toBe(main.profile.videoKbps);
    expect(codeOf(() => encodings.get('slow'))).toBe('input/bad-message');
    await encodings.stop();
    expect(codeOf(() => encodings.get(main.id))).toBe('input/bad-message');
    expect(encodings.isRunning).toBe(false);
  });

  it('goes on as it was when it is started again', async () => {
    encodings.start(main);
    const before = encodings.get(main.id);
    encodings.start(mainEncoding({ ...main.profile, videoKbps: 700 }));
    expect(encodings.get(main.id)).toBe(before);
    expect(encodings.videoKbps).toBe(main.profile.videoKbps);
    await encodings.stop();
  });
});
