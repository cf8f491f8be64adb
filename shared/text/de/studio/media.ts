/** Media sources. */
import { format } from '../format.ts';

type Phase = 'playing' | 'waiting' | 'paused' | 'stopped' | 'ended';

const phases: Readonly<Record<Phase, string>> = {
  playing: 'Läuft',
  waiting: 'Wartet auf Einblendung',
  paused: 'Pausiert',
  stopped: 'Gestoppt',
  ended: 'Beendet',
};

const place = (positionMs: number, durationMs: number | undefined): string => {
  const at = format.elapsed(positionMs);
  return durationMs === undefined ? at : `${at} von ${format.elapsed(durationMs)}`;
};

export const media = {
  controls: 'Wiedergabe',
  play: 'Abspielen',
  pause: 'Pause',
  stop: 'Stopp',
  restart: 'Neu starten',
  next: 'Nächste Datei',
  previous: 'Vorherige Datei',
  slider: 'Position',
  place,
  position: (phase: Phase, positionMs: number, durationMs: number | undefined) =>
    phase === 'stopped' || phase === 'waiting'
      ? phases[phase]
      : `${phases[phase]} ${place(positionMs, durationMs)}`,

  files: (count: number) => `Playlist mit ${format.count(count, { one: 'Datei', other: 'Dateien' })}`,
  playFile: (name: string) => `${name} abspielen`,
  moveUp: (name: string) => `${name} nach oben`,
  moveDown: (name: string) => `${name} nach unten`,
  remove: (name: string) => `${name} entfernen`,
  choose: 'Andere Datei auswählen…',
  chooseSeveral: 'Andere Dateien auswählen…',
  add: 'Dateien hinzufügen…',
  loop: 'Wiederholen',
  shuffle: 'Zufällig',
  whenHidden: 'Wenn ausgeblendet',
  hiding: {
    restart: 'Stoppen, beim Einblenden neu starten',
    pause: 'Pausieren, beim Einblenden fortsetzen',
    playOn: 'Weiter abspielen',
  },
  atEnd: 'Am Ende der Wiedergabe',
  ends: { nothing: 'Nichts zeigen', lastPicture: 'Letztes Bild behalten' },
  speed: 'Tempo',
};
