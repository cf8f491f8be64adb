/** Media sources. */
import { format } from '../format.ts';

type Phase = 'playing' | 'waiting' | 'paused' | 'stopped' | 'ended';

const phases: Readonly<Record<Phase, string>> = {
  playing: 'Reproduciendo',
  waiting: 'Esperando a mostrarse',
  paused: 'En pausa',
  stopped: 'Detenido',
  ended: 'Terminado',
};

const place = (positionMs: number, durationMs: number | undefined): string => {
  const at = format.elapsed(positionMs);
  return durationMs === undefined ? at : `${at} de ${format.elapsed(durationMs)}`;
};

export const media = {
  controls: 'Reproducción',
  play: 'Reproducir',
  pause: 'Pausar',
  stop: 'Detener',
  restart: 'Reiniciar',
  next: 'Archivo siguiente',
  previous: 'Archivo anterior',
  slider: 'Posición',
  place,
  position: (phase: Phase, positionMs: number, durationMs: number | undefined) =>
    phase === 'stopped' || phase === 'waiting'
      ? phases[phase]
      : `${phases[phase]} ${place(positionMs, durationMs)}`,

  files: (count: number) =>
    `Lista de ${format.count(count, { one: 'archivo', many: 'de archivos', other: 'archivos' })}`,
  playFile: (name: string) => `Reproducir ${name}`,
  moveUp: (name: string) => `Subir ${name}`,
  moveDown: (name: string) => `Bajar ${name}`,
  remove: (name: string) => `Quitar ${name}`,
  choose: 'Elegir otro archivo…',
  chooseSeveral: 'Elegir otros archivos…',
  add: 'Añadir archivos…',
  loop: 'Bucle',
  shuffle: 'Aleatorio',
  whenHidden: 'Al ocultarse',
  hiding: {
    restart: 'Detener y reiniciar al mostrarse',
    pause: 'Pausar y continuar al mostrarse',
    playOn: 'Seguir reproduciendo',
  },
  atEnd: 'Al terminar',
  ends: { nothing: 'No mostrar nada', lastPicture: 'Mantener el último fotograma' },
  speed: 'Velocidad',
};
