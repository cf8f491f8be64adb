/** What goes wrong with updates. Nothing of it touches a stream. */
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorTexts } from '../../error-text-types.ts';

const STAYS = 'Conservas la versión que tienes.';

export const updateErrors: ErrorTexts<Extract<ErrorCode, `update/${string}`>> = {
  'update/unreachable': () => ({
    title: 'No se puede conectar con el servidor de actualizaciones.',
    action: 'Comprueba tu conexión y vuelve a buscar actualizaciones.',
  }),
  'update/not-genuine': () => ({
    title: 'La actualización no es auténtica, así que Upcast no la instaló.',
    doing: STAYS,
    action:
      'Vuelve a buscar actualizaciones más tarde. Si vuelve a ocurrir, descarga Upcast de su página de versiones.',
  }),
  'update/bad-feed': () => ({
    title: 'La respuesta del servidor de actualizaciones no se entiende.',
    doing: STAYS,
    action: 'Vuelve a buscar actualizaciones más tarde.',
  }),
  'update/failed': () => ({
    title: 'No se pudo descargar la actualización.',
    doing: STAYS,
    action: 'Comprueba tu conexión y que el disco no esté lleno. Después, vuelve a buscar actualizaciones.',
  }),
  'update/not-installed': () => ({
    title: 'La actualización no se instaló.',
    doing: STAYS,
    action: 'Vuelve a buscar actualizaciones o descarga Upcast de su página de versiones.',
  }),
};
