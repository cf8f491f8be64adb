/** The self-test: what its table says around the rows. */
export const selfTest = {
  title: (version: string, electron: string, system: string) =>
    `Autoteste do Upcast ${version}: Electron ${electron}, ${system}`,
  counts: ({ failed, warning, skipped }: { failed: number; warning: number; skipped: number }) =>
    `Falhas: ${failed}. Avisos: ${warning}. Pulados: ${skipped}.`,
  passed: 'Aprovado. O Upcast pode transmitir deste computador.',
  failed: 'Reprovado. As linhas que começam com XX dizem o que não funciona aqui.',
  notWritten: (file: string, reason: string) => `Não é possível gravar ${file}: ${reason}`,
};
