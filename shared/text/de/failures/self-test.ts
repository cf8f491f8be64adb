/** The self-test: what its table says around the rows. */
export const selfTest = {
  title: (version: string, electron: string, system: string) =>
    `Selbsttest von Upcast ${version}: Electron ${electron}, ${system}`,
  counts: ({ failed, warning, skipped }: { failed: number; warning: number; skipped: number }) =>
    `Fehlgeschlagen: ${failed}. Warnungen: ${warning}. Übersprungen: ${skipped}.`,
  passed: 'Bestanden. Upcast kann von diesem Computer streamen.',
  failed: 'Nicht bestanden. Zeilen, die mit XX beginnen, nennen, was hier nicht funktioniert.',
  notWritten: (file: string, reason: string) => `${file} kann nicht geschrieben werden: ${reason}`,
};
