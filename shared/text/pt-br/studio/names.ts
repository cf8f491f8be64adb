/** Names that Upcast gives to what it makes. People read them, and rename most of them. */
export const names = {
  /** Of a destination without a name. */
  destination: 'Destino',
  rehearsal: 'Ensaio',
  relay: 'Servidor intermediário',
  /** The second server of a destination. */
  backupOf: (destination: string) => `${destination} (reserva)`,
  videoSource: 'Vídeo',
  audioSource: 'Áudio',
  microphone: 'Microfone',
  systemAudio: 'Áudio do desktop',
  tone: 'Tom de teste',
  /** The sound that comes with a captured picture. */
  soundOf: (source: string) => `Áudio de ${source}`,
  scene: 'Cena',
  canvas: 'Principal',
  encoding: 'Principal',
  /** Of a track of sound without a name, 1 to 6. */
  track: (track: number) => `Faixa ${track}`,
};
