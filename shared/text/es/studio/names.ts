/** Names that Upcast gives to what it makes. People read them, and rename most of them. */
export const names = {
  /** Of a destination without a name. */
  destination: 'Destino',
  rehearsal: 'Ensayo',
  relay: 'Servidor intermedio',
  /** The second server of a destination. */
  backupOf: (destination: string) => `${destination} (respaldo)`,
  videoSource: 'Vídeo',
  audioSource: 'Audio',
  microphone: 'Micrófono',
  systemAudio: 'Audio del escritorio',
  tone: 'Tono de prueba',
  /** The sound that comes with a captured picture. */
  soundOf: (source: string) => `Audio de ${source}`,
  scene: 'Escena',
  canvas: 'Principal',
  encoding: 'Principal',
  /** Of a track of sound without a name, 1 to 6. */
  track: (track: number) => `Pista ${track}`,
};
