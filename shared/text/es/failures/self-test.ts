/** The self-test: what its table says around the rows. */
export const selfTest = {
  title: (version: string, electron: string, system: string) =>
    `Autoprueba de Upcast ${version}: Electron ${electron}, ${system}`,
  counts: ({ failed, warning, skipped }: { failed: number; warning: number; skipped: number }) =>
    `Fallos: ${failed}. Advertencias: ${warning}. Omitidas: ${skipped}.`,
  passed: 'Superada. Upcast puede transmitir desde este equipo.',
  failed: 'No superada. Las líneas que empiezan por XX indican lo que no funciona aquí.',
  notWritten: (file: string, reason: string) => `No se puede escribir ${file}: ${reason}`,
};
