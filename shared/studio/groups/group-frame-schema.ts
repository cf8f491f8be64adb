/**
 * The frame of a group: the part of its scene that its handles enclose, in the relative units of transforms. A group's items lie as on a
 * canvas; its own transform moves the frame and all of them with it. The frame cuts nothing off.
 */
import * as z from 'zod';
import { MAX_RELATIVE } from '../transform-limits.ts';

const place = z.number().min(-MAX_RELATIVE).max(MAX_RELATIVE);
const side = z.number().min(0).max(MAX_RELATIVE);

export const groupFrameSchema = z.strictObject({ x: place, y: place, width: side, height: side });
export type GroupFrame = z.infer<typeof groupFrameSchema>;
