/** A clip whose picture turns white in the moment in which its sound beeps; and where both stand in a recording of it. */
import { BEEP_AMPLITUDE, BEEP_HZ, BEEP_SECONDS } from '../../../shared/pattern/sound.ts';
import { BeepFinder } from '../../measure/beep-finder.ts';
import { readPackets, readPictures, readSound } from '../../measure/decode.ts';
import { ffmpegPath } from './ffmpeg.ts';

const FPS = 60;
/** From flash to flash: half a frame more than a whole number of frames at 30 a second, so that both phases are met. */
const FLASH_SECONDS = 59 / FPS;
const WHITE_SECONDS = 6 / FPS;
/** Luma between black and white. */
const BRIGHT = 126;

/** For ffplay's `-f lavfi`: the clip without an end. */
export function flashClip(width: number, height: number): string {
  const during = (length: number): string => `lt(mod(t+0.0001,${FLASH_SECONDS}),${length})`;
  const picture = `color=black:s=${width}x${height}:r=${FPS},drawbox=c=white:t=fill:enable='${during(WHITE_SECONDS)}'`;
  const beep = `${BEEP_AMPLITUDE}*sin(2*PI*${BEEP_HZ}*mod(t,${FLASH_SECONDS}))*${during(BEEP_SECONDS)}`;
  return `${picture}[out0];aevalsrc='${beep}':s=48000[out1]`;
}

/** Each flash of a recording: how many ms its first bright picture is later than the beep next to it. */
export async function flashDelays(file: string): Promise<readonly number[]> {
  const { facts } = await readPackets(ffmpegPath(), file);
  const flashes: number[] = [];
  let wasBright = true;
  for await (const { ptsSeconds, data } of readPictures(ffmpegPath(), file, facts)) {
    const isBright = meanOf(data.subarray(0, facts.width * facts.height)) > BRIGHT;
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

/** A pixel of each 97 is enough. */
function meanOf(luma: Uint8Array): number {
  let sum = 0;
  let count = 0;
  for (let at = 0; at < luma.length; at += 97) {
    sum += luma[at] ?? 0;
    count += 1;
  }
  return sum / count;
}
