/** Judges faults of sources by what the server recorded: no frame is missing because of one, and each source shows again what it showed. */
import { median } from '../../support/processes/process-cost.ts';
import type { Finding } from '../proof.ts';
import { exactly } from '../support/findings.ts';
import { ArrivedFrames, cellChanges, cellColours, distanceTo } from './arrived-cells.ts';
import type { Stretch } from './arrived-cells.ts';
import type { FaultOutcome } from './run-faults.ts';

const FPS = 30;
/** Between the clock of the test and the recording. */
const CLOCKS_MS = 1000;
/** In a second of these a source that is back shows its picture. */
const SHOWN_AGAIN_MS = 5000;
/** Of a cell's mean colour: sources that move have others from second to second. */
const SAME_COLOUR = 20;
/** Changes of a second, of a cell that moves. */
const MOVES = 10;
const JUDGED_BY_MOVEMENT = ['camera', 'image-gif', 'clip', 'playlist', 'page'];

export interface Judged {
  /** Without any fault, to compare with. */
  readonly quiet: Stretch;
  readonly outcomes: readonly FaultOutcome[];
  /** Cell by cell. */
  readonly sourceIds: readonly string[];
}

export async function* judgeRecording(
  recording: string,
  { quiet, outcomes, sourceIds }: Judged,
): AsyncGenerator<Finding> {
  const frames = await ArrivedFrames.of(recording, FPS);
  yield { promise: 'faults of sources, each mended', seen: outcomes.length, holds: outcomes.length > 0 };
  yield {
    promise: 'frames missing at the server before the first fault, to compare with',
    seen: `${frames.missingIn(quiet)} in ${Math.round((quiet.toMs - quiet.fromMs) / 1000)} s`,
    holds: true,
  };
  for (const what of new Set(outcomes.map((outcome) => outcome.what))) {
    const same = outcomes.filter((outcome) => outcome.what === what);
    yield judgeFrames(what, same, frames, quiet);
  }
  const failed = outcomes.flatMap(({ id, what, result }) =>
    typeof result === 'string' ? [`${id}, ${what}: ${result}`] : [],
  );
  yield exactly('sources that did not say what happened, or did not come back', failed.length);
  for (const said of failed.slice(0, 10)) yield { promise: 'says and comes back', seen: said, holds: false };
  yield* judgePictures(recording, { quiet, outcomes, sourceIds });
}

/** A source that lost what it shows keeps its last picture: only movement tells that one that moves is back. */
async function* judgePictures(
  recording: string,
  { quiet, outcomes, sourceIds }: Judged,
): AsyncGenerator<Finding> {
  const colours = await cellColours(recording);
  const changes = await cellChanges(recording, FPS);
  const usual = sourceIds.map((_, cell) => median(secondsOf(quiet, changes, cell)));
  const moving = sourceIds.filter((_, cell) => (usual[cell] ?? 0) >= MOVES);
  yield {
    promise: `among the sources that move: ${JUDGED_BY_MOVEMENT.join(', ')}`,
    seen: moving.join(', '),
    holds: JUDGED_BY_MOVEMENT.every((id) => moving.includes(id)),
  };
  const lost = outcomes.flatMap(({ id, what, toMs }) => {
    const cell = sourceIds.indexOf(id);
    // Whole seconds without anything of before the fault.
    const fromMs = Math.ceil((toMs + CLOCKS_MS) / 1000) * 1000;
    const after = { fromMs, toMs: fromMs + SHOWN_AGAIN_MS };
    const before = secondsOf(quiet, colours, cell);
    const isSame = secondsOf(after, colours, cell).some(
      (colour) => distanceTo(before, colour) <= SAME_COLOUR,
    );
    const wanted = usual[cell] ?? 0;
    const isMoving = wanted < MOVES || secondsOf(after, changes, cell).some((change) => change >= wanted / 4);
    const at = `${id}, ${what}, ${Math.round(toMs / 1000)} s`;
    return [...(isSame ? [] : [`${at}: another picture`]), ...(isMoving ? [] : [`${at}: it stands`])];
  });
  yield exactly('faults after which the recording doesn’t show the source as before', lost.length);
  for (const each of lost.slice(0, 10)) yield { promise: 'shows again', seen: each, holds: false };
}

function secondsOf<T>(
  { fromMs, toMs }: Stretch,
  seconds: readonly (readonly T[])[],
  cell: number,
): readonly T[] {
  return seconds
    .slice(Math.floor(fromMs / 1000), Math.ceil(toMs / 1000))
    .map((second) => second[cell])
    .filter((value) => value !== undefined);
}

/** This computer may be too busy for every frame; a source in trouble makes that no worse than the worst part as long without any. */
function judgeFrames(
  what: string,
  outcomes: readonly FaultOutcome[],
  frames: ArrivedFrames,
  quiet: Stretch,
): Finding {
  const each = outcomes.map(({ fromMs, toMs }) => {
    const stretch = { fromMs: fromMs - CLOCKS_MS, toMs: toMs + CLOCKS_MS };
    const missing = frames.missingIn(stretch);
    return { missing, isMore: missing > frames.mostMissingIn(quiet, stretch.toMs - stretch.fromMs) };
  });
  const mended = outcomes.flatMap(({ result }) => (typeof result === 'string' ? [] : [result]));
  const slowest = (times: readonly number[]): string => (Math.max(0, ...times) / 1000).toFixed(1);
  const said = outcomes.some(({ isSaid }) => isSaid)
    ? `, said after ${slowest(mended.map(({ saidMs }) => saidMs))} s at most`
    : '';
  const missing = each.reduce((sum, one) => sum + one.missing, 0);
  return {
    promise: `${what}: no frame is missing because of it`,
    seen: `${missing} in ${outcomes.length} faults${said}, back after ${slowest(mended.map(({ backMs }) => backMs))} s at most`,
    holds: each.every(({ isMore }) => !isMore),
  };
}
