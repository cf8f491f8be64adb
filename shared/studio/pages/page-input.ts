/**
 * A browser page as a source. The document knows the page's host alone: addresses of overlays carry tokens, so the whole address and the
 * CSS that is put into the page are kept like stream keys.
 */
import * as z from 'zod';
import { withReason } from '../../errors/error-reasons.ts';

/** Pixels each way. */
export const MAX_PAGE_SIDE = 4096;
export const MAX_PAGE_FPS = 60;
export const MAX_PAGE_ADDRESS_LENGTH = 8192;
export const MAX_PAGE_CSS_LENGTH = 20_000;
/** As OBS begins, so that an overlay made for OBS fits. */
export const DEFAULT_PAGE_CSS = 'body { background-color: transparent; margin: 0 auto; overflow: hidden; }';

const side = z.number().int().min(1).max(MAX_PAGE_SIDE);

/** What may be changed without the address. */
export const pageSettingsSchema = z.strictObject({
  width: side,
  height: side,
  /** The page is painted so many times a second at most. */
  fps: z.number().int().min(1).max(MAX_PAGE_FPS),
  /** While no canvas shows the page: `pause` stops its painting, `close` ends the page. */
  whenHidden: z.enum(['pause', 'close']),
});
export type PageSettings = z.infer<typeof pageSettingsSchema>;

export const pageInputSchema = pageSettingsSchema.extend({
  type: z.literal('page'),
  /** With its port where the address names one. */
  host: z
    .string()
    .max(261)
    .regex(/^[^\s/\\?#@]+$/),
});
export type PageInput = z.infer<typeof pageInputSchema>;

export interface PageAddress {
  /** As Chromium reads it. A secret. */
  readonly address: string;
  readonly host: string;
}

/** @throws AppError `input/bad-option` for anything but a web address. */
export function parsePageAddress(typed: string): PageAddress {
  const address = readPageAddress(typed);
  if (address === undefined) throw withReason('input/bad-option', 'pageAddressBad');
  return address;
}

/** Undefined for anything but a web address. */
export function readPageAddress(typed: string): PageAddress | undefined {
  const text = typed.trim();
  const url = text.length <= MAX_PAGE_ADDRESS_LENGTH && URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !isWebAddress(url.href) || url.host === '') return undefined;
  return { address: url.href, host: url.host };
}

/** Whether a page may be there: `http:` and `https:`. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}
