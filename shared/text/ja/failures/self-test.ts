/** The self-test: what its table says around the rows. */
export const selfTest = {
  title: (version: string, electron: string, system: string) =>
    `Upcast ${version} セルフテスト: Electron ${electron}、${system}`,
  counts: ({ failed, warning, skipped }: { failed: number; warning: number; skipped: number }) =>
    `失敗: ${failed}。警告: ${warning}。スキップ: ${skipped}。`,
  passed: '合格。このコンピューターから配信できます。',
  failed: '不合格。XXで始まる行に、ここで動作しないものが示されています。',
  notWritten: (file: string, reason: string) => `${file}に書き込めません: ${reason}`,
};
