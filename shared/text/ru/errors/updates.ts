/** What goes wrong with updates. Nothing of it touches a stream. */
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorTexts } from '../../error-text-types.ts';

const STAYS = 'Остаётся текущая версия.';

export const updateErrors: ErrorTexts<Extract<ErrorCode, `update/${string}`>> = {
  'update/unreachable': () => ({
    title: 'Нет связи с сервером обновлений.',
    action: 'Проверьте подключение и проверьте обновления снова.',
  }),
  'update/not-genuine': () => ({
    title: 'Подлинность обновления не подтверждена, поэтому Upcast его не установил.',
    doing: STAYS,
    action: 'Проверьте обновления позже. Если это повторится, скачайте Upcast с его страницы выпусков.',
  }),
  'update/bad-feed': () => ({
    title: 'Сервер обновлений прислал непонятный ответ.',
    doing: STAYS,
    action: 'Проверьте обновления позже.',
  }),
  'update/failed': () => ({
    title: 'Не удалось скачать обновление.',
    doing: STAYS,
    action: 'Проверьте подключение и место на диске, затем проверьте обновления снова.',
  }),
  'update/not-installed': () => ({
    title: 'Обновление не установлено.',
    doing: STAYS,
    action: 'Проверьте обновления снова или скачайте Upcast с его страницы выпусков.',
  }),
};
