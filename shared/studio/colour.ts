import * as z from 'zod';

/** `#rrggbbaa`; `ff` at the end is opaque. */
export const colourSchema = z.string().regex(/^#[0-9a-f]{8}$/);
