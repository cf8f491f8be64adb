/** A clip whose picture turns white in the moment in which its sound beeps; and where both stand in a recording of it. */
import { BEEP_AMPLITUDE, BEEP_HZ, BEEP_SECONDS } from '../../../shared/pattern/sound.ts';
import { BeepFinder } from '../../measure/beep-finder.ts';
import { readPackets, readPictures, readSound } from '../../measure/decode.ts';
import { ffmpegPath } from './ffmpeg.ts';

const FPS = 60;
/** From flash to flash: half a frame more than a whole number of frames at 30 a second, so that both phases are met. */
const FLASH_SECONDS = 59 / FPS;
const WHITE_SECONDS = 6 / FPS;
/** Small: the player shows each flash within 2 ms of its moment while others capture, where one that fills the display has 20 and more. */
const CLIP = { width: 320, height: 180 };
/** Luma between black and white. */
const BRIGHT = 126;

/** For ffplay's `-f lavfi`: the clip without an end. It has its place at the top left of the display. */
export function flashClip(): string {
  const during = (length: number): string => `lt(mod(t+0.0001,${FLASH_SECONDS}),${length})`;
  const picture = `color=black:s=${CLIP.width}x${CLIP.height}:r=${FPS},drawbox=c=white:t=fill:enable='${during(WHITE_SECONDS)}'`;
  const beep = `${BEEP_AMPLITUDE}*sin(2*PI*${BEEP_HZ}*mod(t,${FLASH_SECONDS}))*${during(BEEP_SECONDS)}`;
  return `${picture}[out0];aevalsrc='${beep}':s=48000[out1]`;
}

/** Each flash of a recording: how many ms its first bright picture is later than the beep next to it. */
export async function flashDelays(file: string): Promise<readonly number[]> {
  const { facts } = await readPackets(ffmpegPath(), file);
  const flashes: number[] = [];
  let wasBright = true;
  for await (const { ptsSeconds, data } of readPictures(ffmpegPath(), file, facts)) {
    const isBright = meanOf(data, facts.width) > BRIGHT;
    if (isBright && !wasBright) flashes.push(ptsSeconds);
    wasBright = isBright;
  }
  const beeps = new BeepFinder();
  for await (const { samples, ptsSeconds, sampleRate } of readSound(ffmpegPath(), file)) {
    beeps.push(samples, ptsSeconds, sampleRate);
  }
  return flashes.flatMap((flash) => {
    const delays = beeps.onsetsSeconds.map((beep) => flash - beep);
    const nearest = delays.sort((a, b) => Math.abs(a) - Math.abs(b))[0];
    return nearest === undefined || Math.abs(nearest) > FLASH_SECONDS / 2 ? [] : [nearest * 1000];
  });
}

/** Mean luma of the clip's place; a row and a column of each nine are enough. */
function meanOf(luma: Uint8Array, stride: number): number {
  let sum = 0;
  let count = 0;
  for (let y = 0; y < CLIP.height; y += 9) {
    for (let x = 0; x < CLIP.width; x += 9) {
      sum += luma[y * stride + x] ?? 0;
      count += 1;
    }
  }
  return sum / count;
}
