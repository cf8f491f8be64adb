/** Settings of a source beyond its place: how a camera is asked, what part of a screen shows. */
import { format } from '../format.ts';

const size = (width: number, height: number) => `${width} × ${height}`;

export const sourceSettings = {
  size,

  camera: 'Auflösung und Bildrate',
  cameraSize: 'Auflösung',
  cameraRate: 'Bildrate',
  automatic: 'Automatisch',
  rate: (fps: number) => `${format.number(fps)} fps`,
  /** What the camera sends, whatever was chosen. */
  gives: (width: number, height: number, fps: number | undefined) =>
    fps === undefined
      ? `Die Kamera sendet ${size(width, height)}.`
      : `Die Kamera sendet ${size(width, height)} mit ${format.number(fps)} fps.`,
  givesOther: (width: number, height: number, fps: number | undefined) =>
    `Die Kamera bietet diese Einstellung nicht an. ${sourceSettings.gives(width, height, fps)}`,

  part: 'Bereich',
  region: 'Nur einen Teil des Bildschirms aufnehmen',
  regionNames: {
    x: 'X, linker Rand',
    y: 'Y, oberer Rand',
    width: 'B, Breite des Bereichs',
    height: 'H, Höhe des Bereichs',
  },
  selectRegion: 'Bereich auswählen…',
  regionTitle: 'Bereich auswählen',
  regionHint:
    'Ziehe über den Teil des Bildschirms, den Zuschauer sehen sollen. Ziehe den Rahmen, um ihn zu verschieben.',
  regionPicture: 'Aufgenommener Bildschirm',
  useRegion: 'Bereich nutzen',

  gradient: 'Farbverlauf',
  angle: 'Winkel',
  stop: (number: number) => `Farbe ${number}`,
  stopAt: 'Position',
  stopAtName: (number: number) => `Position von Farbe ${number}`,
  addStop: 'Farbe hinzufügen',
  removeStop: (number: number) => `Farbe ${number} entfernen`,

  vertical: 'Vertikal',
  columnHeight: 'Spaltenhöhe',
  scroll: 'Lauftext',
  scrollDirection: 'Richtung',
  scrollDirections: { left: 'Links', right: 'Rechts', up: 'Aufwärts', down: 'Abwärts' },
  speed: 'Geschwindigkeit',
  pixelsASecond: 'px/s',
  window: 'Länge',
  windowName: 'Länge des sichtbaren Teils',
  gap: 'Abstand',
  gapName: 'Abstand, bevor der Text von vorn beginnt',
  scrollHint:
    'Text bewegt sich um ganze Pixel pro Frame, daher nimmt Upcast die nächstliegende flüssige Geschwindigkeit.',
};
