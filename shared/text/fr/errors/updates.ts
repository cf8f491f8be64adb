/** What goes wrong with updates. Nothing of it touches a stream. */
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorTexts } from '../../error-text-types.ts';

const STAYS = 'Vous gardez la version actuelle.';

export const updateErrors: ErrorTexts<Extract<ErrorCode, `update/${string}`>> = {
  'update/unreachable': () => ({
    title: 'Serveur de mise à jour injoignable.',
    action: 'Vérifiez votre connexion, puis recherchez à nouveau les mises à jour.',
  }),
  'update/not-genuine': () => ({
    title: 'La mise à jour n’est pas authentique, Upcast ne l’a donc pas installée.',
    doing: STAYS,
    action:
      'Recherchez à nouveau les mises à jour plus tard. Si cela se reproduit, téléchargez Upcast depuis sa page de téléchargement.',
  }),
  'update/bad-feed': () => ({
    title: 'La réponse du serveur de mise à jour est incompréhensible.',
    doing: STAYS,
    action: 'Recherchez à nouveau les mises à jour plus tard.',
  }),
  'update/failed': () => ({
    title: 'Impossible de télécharger la mise à jour.',
    doing: STAYS,
    action:
      'Vérifiez votre connexion et l’espace libre du disque, puis recherchez à nouveau les mises à jour.',
  }),
  'update/not-installed': () => ({
    title: 'La mise à jour n’a pas été installée.',
    doing: STAYS,
    action: 'Recherchez à nouveau les mises à jour, ou téléchargez Upcast depuis sa page de téléchargement.',
  }),
};
