/** The self-test: what its table says around the rows. */
export const selfTest = {
  title: (version: string, electron: string, system: string) =>
    `Самопроверка Upcast ${version}: Electron ${electron}, ${system}`,
  counts: ({ failed, warning, skipped }: { failed: number; warning: number; skipped: number }) =>
    `Ошибки: ${failed}. Предупреждения: ${warning}. Пропущено: ${skipped}.`,
  passed: 'Пройдена. Upcast может вести трансляции с этого компьютера.',
  failed: 'Не пройдена. Строки, которые начинаются с XX, говорят, что здесь не работает.',
  notWritten: (file: string, reason: string) => `Не удаётся записать ${file}: ${reason}`,
};
