/** What goes wrong with updates. Nothing of it touches a stream. */
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorTexts } from '../../error-text-types.ts';

const STAYS = '現在のバージョンがそのまま使われます。';

export const updateErrors: ErrorTexts<Extract<ErrorCode, `update/${string}`>> = {
  'update/unreachable': () => ({
    title: 'アップデートサーバーに接続できません。',
    action: '接続を確認して、もう一度アップデートを確認してください。',
  }),
  'update/not-genuine': () => ({
    title: 'アップデートが正規のものではないため、インストールしませんでした。',
    doing: STAYS,
    action:
      '後でもう一度アップデートを確認してください。再発する場合は、リリースページからUpcastをダウンロードしてください。',
  }),
  'update/bad-feed': () => ({
    title: 'アップデートサーバーの応答を解釈できません。',
    doing: STAYS,
    action: '後でもう一度アップデートを確認してください。',
  }),
  'update/failed': () => ({
    title: 'アップデートをダウンロードできませんでした。',
    doing: STAYS,
    action: '接続とディスクの空き容量を確認して、もう一度アップデートを確認してください。',
  }),
  'update/not-installed': () => ({
    title: 'アップデートがインストールされませんでした。',
    doing: STAYS,
    action: 'もう一度アップデートを確認するか、リリースページからUpcastをダウンロードしてください。',
  }),
};
