/**
 * The secret frame: the only page where keys, passwords and passphrases are typed and the remote control's token is shown.
 * The page has its own origin, so Chromium gives it its own process, which ends with the page and frees what was typed.
 * The messages below pass between window and frame; none of them carries a secret.
 */
import * as z from 'zod';
import { SECRET_FRAME_ORIGIN } from './origins.ts';
import { languageQuery } from './text/languages/chosen-language.ts';

/** The dialog to show; part of the page's address. */
export type SecretFrameTask =
  | { readonly type: 'add' | 'import' | 'export' | 'proxy' | 'token' }
  | { readonly type: 'edit'; readonly id: string }
  /** A browser page, of a source or new in a scene, by its id. */
  | { readonly type: 'page' | 'newPage'; readonly id: string };

/** In the language of the window that opens the frame. */
export function secretFrameUrl(task: SecretFrameTask): string {
  const words = 'id' in task ? `${task.type}/${encodeURIComponent(task.id)}` : task.type;
  return `${SECRET_FRAME_ORIGIN}/secret-frame.html${languageQuery()}#${words}`;
}

/** @param hash of the page's address. Undefined for anything but a task. */
export function readSecretFrameTask(hash: string): SecretFrameTask | undefined {
  const [type, id] = hash.replace(/^#/, '').split('/');
  if (type === 'add' || type === 'import' || type === 'export' || type === 'proxy' || type === 'token')
    return { type };
  const hasId = type === 'edit' || type === 'page' || type === 'newPage';
  return hasId && id !== undefined ? { type, id: decodeURIComponent(id) } : undefined;
}

/** Window to frame: the window's theme, once at the start and after each change. */
export const frameThemeSchema = z.strictObject({
  type: z.literal('upcast:frameTheme'),
  theme: z.enum(['dark', 'light']),
});
export type SecretFrameTheme = z.infer<typeof frameThemeSchema>['theme'];

/** Frame to window: the dialog is done, so the window removes the frame. */
export const frameClosedSchema = z.strictObject({
  type: z.literal('upcast:frameClosed'),
  outcome: z.discriminatedUnion('type', [
    z.strictObject({ type: z.enum(['cancelled', 'saved']) }),
    /** A new source, by its item. */
    z.strictObject({ type: z.literal('added'), itemId: z.string().max(64) }),
    z.strictObject({ type: z.literal('imported'), ids: z.array(z.string().max(64)).max(100) }),
    z.strictObject({ type: z.literal('exported'), fileName: z.string().max(300), count: z.number() }),
  ]),
});
export type SecretFrameOutcome = z.infer<typeof frameClosedSchema>['outcome'];
