/** FFmpeg's player, for pictures on a display that are captured. */
import { ffmpegPath } from './ffmpeg.ts';

export function ffplayPath(): string {
  return ffmpegPath().replace(/ffmpeg$/, 'ffplay');
}

/** By OpenGL without a graphics card, 720p at 60 fps takes a whole processor, which what is measured then lacks; so, a quarter of one. */
export const ffplayEnvironment = { SDL_RENDER_DRIVER: 'software', SDL_FRAMEBUFFER_ACCELERATION: '0' };
