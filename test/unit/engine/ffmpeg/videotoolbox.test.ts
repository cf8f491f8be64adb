/** Apple's own processors encode at a rate that is truly constant, which what reads congestion counts on; Intel's refuse to be asked. */
import { expect, test } from 'vitest';
import { encoderOptions } from '../../../../electron/engine/ffmpeg/encoder-options.ts';
import { buildProbeArguments } from '../../../../electron/engine/ffmpeg/ffmpeg-arguments.ts';
import { defaultEncodingProfile as profile } from '../../../../shared/encoding/profile.ts';

test.each(['h264_videotoolbox', 'hevc_videotoolbox'] as const)('%s', (encoder) => {
  const asks = (architecture: string): boolean =>
    encoderOptions({ profile, encoder, processors: 8, architecture }).includes('-constant_bit_rate');
  expect([asks('arm64'), asks('x64')]).toEqual([true, false]);
  // A driver may know the encoder and not what is asked of it.
  expect(buildProbeArguments(encoder, 8, { architecture: 'arm64' }).includes('-constant_bit_rate')).toBe(
    true,
  );
});
