/**
 * Cost of a media file as the whole picture of a stream: CPU seconds of every part of Upcast and peak memory, beside plain ffmpeg that
 * decodes, encodes and sends the same file with the same settings in one process. The file has the size and the rate of the stream.
 */
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { defaultEncodingProfile } from '../../shared/encoding/profile.ts';
import type { EncodingProfile } from '../../shared/encoding/profile.ts';
import { buildDocument, newItem } from '../../shared/studio/document.ts';
import type { StudioDocument } from '../../shared/studio/document-schema.ts';
import { newMedia } from '../../shared/studio/files/media-input.ts';
import { canvasTransform } from '../../shared/studio/transform.ts';
import { ffmpegPath } from '../support/media/ffmpeg.ts';
import { follow } from '../support/processes/process-cost.ts';
import type { RunCost } from '../support/processes/process-cost.ts';
import { createTestAuthority } from '../support/servers/certificates.ts';
import { startNginx } from '../support/servers/nginx.ts';
import { compared, option, sameEncoding, sizes } from './live.ts';

const CLIP_SECONDS = 20;

/** `--seconds 60 --runs 3 --size 720p|1080p`. Units: CPU seconds over the run, MiB of PSS. */
export async function run(argv: readonly string[]): Promise<object> {
  const seconds = Number(option(argv, '--seconds', '60'));
  const runs = Number(option(argv, '--runs', '3'));
  const size = option(argv, '--size', '1080p');
  const chosen = sizes.get(size);
  if (chosen === undefined) throw new Error('--size must be 720p or 1080p');
  const profile = { ...defaultEncodingProfile, ...chosen };
  const folder = mkdtempSync(join(tmpdir(), 'upcast-bench-media-'));
  const authority = createTestAuthority();
  const server = await startNginx({ tls: authority.issue(), isRecording: false });
  const ours: RunCost[] = [];
  const floor: RunCost[] = [];
  try {
    const clip = join(folder, 'clip.mp4');
    const collection = join(folder, 'media.json');
    await makeClip(clip, profile);
    writeFileSync(collection, JSON.stringify(studioOf(clip, profile)));
    for (let index = 0; index < runs; index += 1) {
      const live = [
        ...['build/live.mjs', '--collection', collection, '--seconds', String(seconds)],
        ...['--to', `${server.tlsUrl}/media-${index}`, '--key-in-arguments', '--ca', authority.caFile],
      ];
      ours.push(await follow(spawn(process.execPath, live, { stdio: ['ignore', 'ignore', 'inherit'] })));
      const alone = [
        ...['-v', 'error', '-re', '-stream_loop', '-1', '-i', clip],
        ...['-f', 'lavfi', '-i', 'sine=frequency=1000:sample_rate=48000', '-t', String(seconds)],
        ...['-map', '0:v', '-map', '1:a', ...sameEncoding(profile)],
        ...['-f', 'flv', '-tls_verify', '1', '-ca_file', authority.caFile, `${server.tlsUrl}/floor-${index}`],
      ];
      floor.push(await follow(spawn(ffmpegPath(), alone, { stdio: ['ignore', 'ignore', 'inherit'] })));
    }
  } finally {
    await server.stop();
    authority.remove();
    rmSync(folder, { recursive: true, force: true });
  }
  return { size, seconds, runs, ...compared(ours, floor) };
}

async function makeClip(path: string, { width, height, fps }: EncodingProfile): Promise<void> {
  await promisify(execFile)(ffmpegPath(), [
    ...['-v', 'error', '-f', 'lavfi', '-i', `testsrc2=size=${width}x${height}:rate=${fps}`],
    ...['-t', String(CLIP_SECONDS), '-c:v', 'libx264', '-preset', 'veryfast', '-pix_fmt', 'yuv420p', path],
  ]);
}

function studioOf(path: string, encoding: EncodingProfile): StudioDocument {
  const audio = { type: 'tone' } as const;
  const studio = buildDocument({ source: { type: 'none' }, audio, isMuted: false, gain: 1, encoding });
  const input = { ...newMedia, paths: [path], isLooping: true };
  const items = [newItem('item', 'clip', canvasTransform('inner', encoding))];
  return {
    ...studio,
    sources: [...studio.sources, { id: 'clip', name: 'Clip', kind: 'video', input }],
    scenes: studio.scenes.map((scene) => ({ ...scene, items })),
  };
}
