/** The form of a browser page. */

export const pages = {
  edit: 'Browserquelle bearbeiten…',
  reload: 'Seite neu laden',
  interact: 'Interagieren…',
  interactHint:
    'Öffnet die Seite in einem Fenster, in dem du klicken und tippen kannst. Wenn du das Fenster schließt, lädt die Quelle neu.',
  windowTitle: (host: string) => `${host} – Upcast`,
  addTitle: 'Browserquelle hinzufügen',
  editTitle: 'Browserquelle bearbeiten',
  description:
    'Zeigt eine Webseite, zum Beispiel ein Overlay für Alerts oder Chat. Durch transparente Teile der Seite ist zu sehen, was dahinter liegt.',
  address: 'Adresse',
  addressHint:
    'Adressen von Overlays enthalten oft ein Token. Upcast speichert die Adresse so sicher wie einen Stream-Schlüssel.',
  addressPlaceholder: 'https://',
  width: 'Breite',
  height: 'Höhe',
  fps: 'Max. Bildrate',
  css: 'Eigenes CSS',
  cssHint: 'Upcast ergänzt dieses CSS, wenn die Seite geladen ist.',
  closeWhenHidden: 'Seite schließen, solange sie ausgeblendet ist',
  closeHint: 'Die Seite lädt jedes Mal neu, wenn eine Szene sie zeigt.',
  badNumber: 'Gib eine Breite und Höhe von 1 bis 4.096 Pixel und eine Bildrate von 1 bis 60 fps ein.',
};
