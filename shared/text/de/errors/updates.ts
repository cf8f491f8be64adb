/** What goes wrong with updates. Nothing of it touches a stream. */
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorTexts } from '../../error-text-types.ts';

const STAYS = 'Du behältst deine jetzige Version.';

export const updateErrors: ErrorTexts<Extract<ErrorCode, `update/${string}`>> = {
  'update/unreachable': () => ({
    title: 'Der Update-Server ist nicht erreichbar.',
    action: 'Prüfe deine Verbindung und suche dann noch einmal nach Updates.',
  }),
  'update/not-genuine': () => ({
    title: 'Das Update ist nicht echt. Upcast hat es nicht installiert.',
    doing: STAYS,
    action:
      'Suche später noch einmal nach Updates. Passiert das wieder, lade Upcast von der Seite mit den Versionen herunter.',
  }),
  'update/bad-feed': () => ({
    title: 'Die Antwort des Update-Servers ist nicht lesbar.',
    doing: STAYS,
    action: 'Suche später noch einmal nach Updates.',
  }),
  'update/failed': () => ({
    title: 'Das Update konnte nicht heruntergeladen werden.',
    doing: STAYS,
    action: 'Prüfe deine Verbindung und ob der Datenträger voll ist. Suche dann noch einmal nach Updates.',
  }),
  'update/not-installed': () => ({
    title: 'Das Update wurde nicht installiert.',
    doing: STAYS,
    action: 'Suche noch einmal nach Updates oder lade Upcast von der Seite mit den Versionen herunter.',
  }),
};
