/** What goes wrong with updates. Nothing of it touches a stream. */
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorTexts } from '../../error-text-types.ts';

const STAYS = 'Você continua com a versão que tem.';

export const updateErrors: ErrorTexts<Extract<ErrorCode, `update/${string}`>> = {
  'update/unreachable': () => ({
    title: 'Não é possível acessar o servidor de atualizações.',
    action: 'Verifique a sua conexão e busque atualizações de novo.',
  }),
  'update/not-genuine': () => ({
    title: 'A atualização não é autêntica, por isso o Upcast não a instalou.',
    doing: STAYS,
    action:
      'Busque atualizações de novo mais tarde. Se acontecer de novo, baixe o Upcast na página de versões.',
  }),
  'update/bad-feed': () => ({
    title: 'A resposta do servidor de atualizações não faz sentido.',
    doing: STAYS,
    action: 'Busque atualizações de novo mais tarde.',
  }),
  'update/failed': () => ({
    title: 'Não foi possível baixar a atualização.',
    doing: STAYS,
    action: 'Verifique a sua conexão e se o disco não está cheio. Depois, busque atualizações de novo.',
  }),
  'update/not-installed': () => ({
    title: 'A atualização não foi instalada.',
    doing: STAYS,
    action: 'Busque atualizações de novo ou baixe o Upcast na página de versões.',
  }),
};
