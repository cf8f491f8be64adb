/** Media sources. */
import { format } from '../format.ts';

type Phase = 'playing' | 'waiting' | 'paused' | 'stopped' | 'ended';

const phases: Readonly<Record<Phase, string>> = {
  playing: 'Reproduzindo',
  waiting: 'Aguardando ser mostrado',
  paused: 'Em pausa',
  stopped: 'Parado',
  ended: 'Terminado',
};

const place = (positionMs: number, durationMs: number | undefined): string => {
  const at = format.elapsed(positionMs);
  return durationMs === undefined ? at : `${at} de ${format.elapsed(durationMs)}`;
};

export const media = {
  controls: 'Reprodução',
  play: 'Reproduzir',
  pause: 'Pausar',
  stop: 'Parar',
  restart: 'Reiniciar',
  next: 'Próximo arquivo',
  previous: 'Arquivo anterior',
  slider: 'Posição',
  place,
  position: (phase: Phase, positionMs: number, durationMs: number | undefined) =>
    phase === 'stopped' || phase === 'waiting'
      ? phases[phase]
      : `${phases[phase]} ${place(positionMs, durationMs)}`,

  files: (count: number) =>
    `Lista de ${format.count(count, { one: 'arquivo', many: 'de arquivos', other: 'arquivos' })}`,
  playFile: (name: string) => `Reproduzir ${name}`,
  moveUp: (name: string) => `Mover ${name} para cima`,
  moveDown: (name: string) => `Mover ${name} para baixo`,
  remove: (name: string) => `Remover ${name}`,
  choose: 'Escolher outro arquivo…',
  chooseSeveral: 'Escolher outros arquivos…',
  add: 'Adicionar arquivos…',
  loop: 'Repetir',
  shuffle: 'Aleatório',
  whenHidden: 'Ao ocultar',
  hiding: {
    restart: 'Parar e reiniciar ao mostrar',
    pause: 'Pausar e continuar ao mostrar',
    playOn: 'Continuar reproduzindo',
  },
  atEnd: 'Ao terminar',
  ends: { nothing: 'Não mostrar nada', lastPicture: 'Manter o último quadro' },
  speed: 'Velocidade',
};
