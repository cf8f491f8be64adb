/**
 * Hundreds of changes of scene at a server: no frame lost or doubled, every change on air, and memory flat. Both scenes show the test
 * pattern, each with a mark of its own, so that every frame can be read also in the middle of a transition. `--changes 500 --seconds 300`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import { newItem } from '../../../shared/studio/document.ts';
import type { Source, StudioDocument } from '../../../shared/studio/document-schema.ts';
import { canvasTransform, centredTransform } from '../../../shared/studio/transform.ts';
import type { Transition } from '../../../shared/studio/transition.ts';
import { measure } from '../../measure/measure.ts';
import { ffmpegPath } from '../../support/media/ffmpeg.ts';
import { colourAt, isNear, smallPictures } from '../../support/media/small-pictures.ts';
import type { SmallPicture } from '../../support/media/small-pictures.ts';
import { median } from '../../support/processes/process-cost.ts';
import { startProcess } from '../../support/processes/processes.ts';
import { sampleProcesses } from '../../support/processes/process-tree.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import { numberOption } from '../proof.ts';
import type { Finding } from '../proof.ts';
import { atMost, exactly } from '../support/findings.ts';

const CANVAS = { width: 640, height: 360 };
const MARK = { width: 160, height: 80 };
/** Where the mark is in a small picture. */
const MARK_CELL = [16, 8] as const;
const RED = [255, 0, 0];
const BLUE = [0, 0, 255];
/** Before the first change, and behind the last one. */
const MARGIN_SECONDS = 4;
const SAMPLE_EVERY_MS = 2000;
const MOST_GROWTH_MB = 24;

/** What keeps every frame of the pattern readable: the pattern lies alike in both scenes. */
const transitions: readonly Transition[] = [
  { kind: 'cut' },
  { kind: 'fade', durationMs: 300 },
  { kind: 'wipe', durationMs: 200, direction: 'right' },
  { kind: 'lumaWipe', durationMs: 300, pattern: 'iris', softness: 0.1, isInverted: false },
  { kind: 'lumaWipe', durationMs: 250, pattern: 'clock', softness: 0, isInverted: true },
];

export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
  const changes = numberOption(argv, 'changes', 500);
  const seconds = numberOption(argv, 'seconds', 300);
  const folder = mkdtempSync(join(tmpdir(), 'upcast-prove-scene-changes-'));
  const server = await startNginx();
  try {
    const collectionFile = join(folder, 'scenes.json');
    const commandFile = join(folder, 'commands.ndjson');
    writeFileSync(collectionFile, JSON.stringify(markedScenes()));
    writeFileSync(commandFile, changesFile(changes, seconds));
    const total = seconds + 2 * MARGIN_SECONDS;
    const live = startProcess(
      process.execPath,
      [
        ...['build/live.mjs', '--key-in-arguments', '--collection', collectionFile],
        ...['--command', commandFile, '--to', `${server.url}/changes`, '--seconds', String(total)],
      ],
      { env: { ...process.env, UPCAST_USER_DATA: join(folder, 'user-data') } },
    );
    const pssMb: number[] = [];
    const timer = setInterval(() => {
      const parts = sampleProcesses(live.child.pid ?? 0).filter(({ part }) => part !== 'around');
      pssMb.push(parts.reduce((sum, each) => sum + each.pssMb, 0));
    }, SAMPLE_EVERY_MS);
    const code = await live.exited;
    clearInterval(timer);
    if (code !== 0) throw new Error(live.output());
    const recording = await server.finishedRecording('changes');
    const { frames } = await measure(recording, { ffmpegPath: ffmpegPath() });
    yield exactly(`of ${frames.decoded} frames, lost`, frames.lost);
    yield exactly('doubled', frames.doubled);
    yield exactly('out of order', frames.outOfOrder);
    yield exactly('unreadable', frames.unreadable);
    yield exactly('changes on air', countChanges(await smallPictures(recording)), changes);
    const part = Math.max(1, Math.floor(pssMb.length / 4));
    const [early, late] = [median(pssMb.slice(part, 2 * part)), median(pssMb.slice(-part - 1, -1))];
    yield atMost(
      `memory: ${Math.round(early)} MB, then ${Math.round(late)} MB; more`,
      late - early,
      MOST_GROWTH_MB,
    );
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Evenly over the time, each by another transition. */
function changesFile(changes: number, seconds: number): string {
  const lines = Array.from({ length: changes }, (_, index) => ({
    at: MARGIN_SECONDS + Math.round((index * seconds * 1000) / changes) / 1000,
    command: {
      ...{ type: 'switchScene', canvasId: 'main', sceneId: index % 2 === 0 ? 'blue' : 'red' },
      transition: transitions[index % transitions.length],
    },
  }));
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

function countChanges(pictures: readonly SmallPicture[]): number {
  let count = 0;
  let shown: 'red' | 'blue' = 'red';
  for (const picture of pictures) {
    const seen = colourAt(picture, ...MARK_CELL);
    const next: 'red' | 'blue' = isNear(seen, RED) ? 'red' : isNear(seen, BLUE) ? 'blue' : shown;
    if (next !== shown) count += 1;
    shown = next;
  }
  return count;
}

function markedScenes(): StudioDocument {
  const mark = (id: string, colour: string): Source => ({
    ...{ id, name: id, kind: 'video' },
    input: { type: 'colour', colour, ...MARK },
  });
  const scene = (id: string) => ({
    ...{ id, name: id },
    items: [
      newItem(`${id}-pattern`, 'pattern', canvasTransform('stretch', CANVAS)),
      newItem(`${id}-mark`, `${id}-mark`, centredTransform(CANVAS)),
    ],
  });
  return {
    sources: [
      { id: 'pattern', name: 'Pattern', kind: 'video', input: { type: 'pattern' } },
      mark('red-mark', '#ff0000ff'),
      mark('blue-mark', '#0000ffff'),
      { id: 'tone', name: 'Tone', kind: 'audio', input: { type: 'tone' } },
    ],
    scenes: [scene('red'), scene('blue')],
    canvases: [{ id: 'main', name: 'Main', sceneId: 'red', transition: { kind: 'cut' } }],
    channels: [{ id: 'main', sourceId: 'tone', isMuted: false, gain: 1 }],
    encodings: [
      {
        ...{ id: 'main', name: 'Main', canvasId: 'main' },
        profile: { ...defaultEncodingProfile, ...CANVAS, videoKbps: 3000 },
      },
    ],
  };
}
