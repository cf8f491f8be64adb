/** What goes wrong with updates. Nothing of it touches a stream. */
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorTexts } from '../../error-text-types.ts';

const STAYS = 'Your current version still works.';

export const updateErrors: ErrorTexts<Extract<ErrorCode, `update/${string}`>> = {
  'update/unreachable': () => ({
    title: 'Can’t reach the update server.',
    action: 'Check your connection, then check for updates again.',
  }),
  'update/not-genuine': () => ({
    title: 'The update isn’t genuine, so Upcast didn’t install it.',
    doing: STAYS,
    action: 'Check for updates again later. If this happens again, download Upcast from its releases page.',
  }),
  'update/bad-feed': () => ({
    title: 'The update server sent a response Upcast can’t read.',
    doing: STAYS,
    action: 'Check for updates again later.',
  }),
  'update/failed': () => ({
    title: 'Couldn’t download the update.',
    doing: STAYS,
    action: 'Check your connection and that your disk isn’t full, then check for updates again.',
  }),
  'update/not-installed': () => ({
    title: 'The update wasn’t installed.',
    doing: STAYS,
    action: 'Check for updates again, or download Upcast from its releases page.',
  }),
};
