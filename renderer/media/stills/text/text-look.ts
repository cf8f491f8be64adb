import type { VideoInput } from '../../../../shared/studio/inputs.ts';

/** How a text looks: all that the studio document says of a text source but its text. Lengths are pixels, colours `#rrggbbaa`. */
export type TextLook = Readonly<Omit<Extract<VideoInput, { type: 'text' }>, 'type' | 'text'>>;
