/** The self-test: what its table says around the rows. */
export const selfTest = {
  title: (version: string, electron: string, system: string) =>
    `Autotest d’Upcast ${version} : Electron ${electron}, ${system}`,
  counts: ({ failed, warning, skipped }: { failed: number; warning: number; skipped: number }) =>
    `Échecs : ${failed}. Avertissements : ${warning}. Omis : ${skipped}.`,
  passed: 'Réussi. Upcast peut streamer depuis cet ordinateur.',
  failed: 'Échec. Les lignes qui commencent par XX indiquent ce qui ne fonctionne pas ici.',
  notWritten: (file: string, reason: string) => `Impossible d’écrire ${file} : ${reason}`,
};
