/**
 * The secret room: the one page in which keys, passwords and passphrases are typed, and the remote control's token is shown. It has an origin, and with it a
 * process, of its own, which ends when the page is closed and takes along whatever the typing left in memory.
 * This is what the window tells it, and what it tells the window: never a secret.
 */
import { z } from 'zod';
import { SECRET_ROOM_ORIGIN } from './origins.ts';

/** What the room is opened for; it travels in the page's address. */
export type SecretRoomTask =
  | { readonly type: 'add' | 'import' | 'export' | 'proxy' | 'token' }
  | { readonly type: 'edit'; readonly id: string };

export function secretRoomUrl(task: SecretRoomTask): string {
  const words = task.type === 'edit' ? `edit/${encodeURIComponent(task.id)}` : task.type;
  return `${SECRET_ROOM_ORIGIN}/secret-room.html#${words}`;
}

/** @param hash of the page's address. Undefined for anything but a task. */
export function readSecretRoomTask(hash: string): SecretRoomTask | undefined {
  const [type, id] = hash.replace(/^#/, '').split('/');
  if (type === 'add' || type === 'import' || type === 'export' || type === 'proxy' || type === 'token')
    return { type };
  return type === 'edit' && id !== undefined ? { type, id: decodeURIComponent(id) } : undefined;
}

/** What the window tells the room when it opens and whenever it changes: the theme that the window has. */
export const roomThemeSchema = z.strictObject({
  type: z.literal('upcast:roomTheme'),
  theme: z.enum(['dark', 'light']),
});
export type RoomTheme = z.infer<typeof roomThemeSchema>['theme'];

/** The room is done: the window closes it. */
export const roomClosedSchema = z.strictObject({
  type: z.literal('upcast:roomClosed'),
  outcome: z.discriminatedUnion('type', [
    z.strictObject({ type: z.enum(['cancelled', 'saved']) }),
    z.strictObject({ type: z.literal('imported'), ids: z.array(z.string().max(64)).max(100) }),
    z.strictObject({ type: z.literal('exported'), fileName: z.string().max(300), count: z.number() }),
  ]),
});
export type RoomOutcome = z.infer<typeof roomClosedSchema>['outcome'];
