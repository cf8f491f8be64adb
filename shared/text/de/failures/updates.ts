/** Updates: the dialog, the notices, and what can go wrong. */
import type { PackageKind } from '../../../updates/update-state.ts';

/** Where the newer version comes from, for packages that don't update themselves. */
const sources: Readonly<Record<PackageKind, string>> = {
  installer: '',
  mac: '',
  appimage: '',
  deb: 'Installiere sie mit deiner Paketverwaltung oder lade die .deb-Datei von der Seite mit den Versionen von Upcast herunter.',
  rpm: 'Installiere sie mit deiner Paketverwaltung oder lade die .rpm-Datei von der Seite mit den Versionen von Upcast herunter.',
  flatpak: 'Installiere sie über dein Software-Center oder führe aus: flatpak update',
  snap: 'Installiere sie über dein Software-Center oder führe aus: snap refresh',
  folder: 'Lade sie von der Seite mit den Versionen von Upcast herunter.',
};

export const updates = {
  menu: 'Nach Updates suchen…',
  title: 'Updates',
  version: (version: string) => `Upcast ${version}`,

  off: 'Diese Version sucht nicht nach Updates.',
  idle: 'Upcast hat noch nicht nach Updates gesucht.',
  newest: 'Du hast die neueste Version.',
  checking: 'Updates werden gesucht…',
  available: (version: string) => `Upcast ${version} ist verfügbar.`,
  source: (kind: PackageKind) => sources[kind],
  waiting: (version: string) =>
    `Upcast ${version} ist verfügbar. Upcast lädt die Version herunter, wenn du nicht live bist und nicht aufnimmst.`,
  downloading: (version: string, percent: number) =>
    `Upcast ${version} wird heruntergeladen: ${percent}\u00A0%`,
  ready: (version: string) => `Upcast ${version} ist bereit zur Installation.`,
  readyWhileBusy: 'Du kannst neu starten, wenn du nicht live bist und nicht aufnimmst.',
  installing: 'Neustart…',

  check: 'Jetzt suchen',
  restart: 'Neu starten und aktualisieren',
  whatsNew: 'Neuerungen',
  noNotes: 'Zu dieser Version gibt es keine Hinweise.',
  automatic: 'Automatisch nach Updates suchen',
  automaticHint: 'Upcast fragt seinen Update-Server nach der neuesten Version und sendet nichts über dich.',
  channel: 'Update-Kanal',
  channels: { stable: 'Stabil', beta: 'Beta' },

  installed: (version: string) => `Upcast wurde auf ${version} aktualisiert.`,
  goBack: (version: string) =>
    `Um zurückzukehren, installiere Upcast ${version} neu. Deine Einstellungen von vor dem Update liegen im Ordner before-update im Einstellungsordner von Upcast.`,
};
