/** Stingers with alpha, as editors make them: clear on the left, a half clear white in the middle, a counting grey that covers the right. */
import { makeClip } from './numbered-clips.ts';

/** At 30 a second. */
export const STINGER_FRAMES = 18;
const SIZE = { width: 320, height: 180 };
/** Where the parts begin, in columns. */
const VEIL_AT = 108;
const COUNT_AT = 212;
const FIRST_GREY = 40;
/** Wide enough to survive encoding. */
const GREY_STEP = 10;

export interface StingerFormat {
  readonly name: string;
  readonly codec: readonly string[];
}

export const stingerFormats: readonly StingerFormat[] = [
  { name: 'qtrle.mov', codec: ['-c:v', 'qtrle', '-pix_fmt', 'argb'] },
  {
    name: 'vp9.webm',
    codec: ['-c:v', 'libvpx-vp9', '-pix_fmt', 'yuva420p', '-crf', '10', '-b:v', '0', '-cpu-used', '5'],
  },
  {
    name: 'prores.mov',
    codec: ['-c:v', 'prores_ks', '-profile:v', '4444', '-pix_fmt', 'yuva444p10le', '-alpha_bits', '16'],
  },
];

/** @returns the clip's path. */
export async function makeStinger(folder: string, { name, codec }: StingerFormat): Promise<string> {
  const { width, height } = SIZE;
  const grey = `if(lt(X,${COUNT_AT}),255,${FIRST_GREY}+${GREY_STEP}*N)`;
  const alpha = `if(lt(X,${VEIL_AT}),0,if(lt(X,${COUNT_AT}),128,255))`;
  const drawn = `geq=r='${grey}':g='${grey}':b='${grey}':a='${alpha}'`;
  return await makeClip(folder, name, [
    ...['-f', 'lavfi', '-i', `color=black:s=${width}x${height}:r=30,format=rgba,${drawn}`],
    ...['-frames:v', String(STINGER_FRAMES), ...codec],
  ]);
}

/** Which of its frames that grey is; not a whole number between two. */
export function stingerFrame(grey: number): number {
  return (grey - FIRST_GREY) / GREY_STEP;
}
