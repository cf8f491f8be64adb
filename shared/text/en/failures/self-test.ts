/** The self-test: what its table says around the rows. */
export const selfTest = {
  title: (version: string, electron: string, system: string) =>
    `Upcast ${version} self-test: Electron ${electron}, ${system}`,
  counts: ({ failed, warning, skipped }: { failed: number; warning: number; skipped: number }) =>
    `Failed: ${failed}. Warnings: ${warning}. Skipped: ${skipped}.`,
  passed: 'Passed. Upcast can stream from this computer.',
  failed: 'Failed. Lines that begin with XX say what doesn’t work here.',
  notWritten: (file: string, reason: string) => `Can’t write ${file}: ${reason}`,
};
