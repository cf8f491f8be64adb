/** Names that Upcast gives to what it makes. People read them, and rename most of them. */
export const names = {
  /** Of a destination without a name. */
  destination: 'Площадка',
  rehearsal: 'Репетиция',
  relay: 'Ретранслятор',
  /** The second server of a destination. */
  backupOf: (destination: string) => `${destination} (резерв)`,
  videoSource: 'Видео',
  audioSource: 'Звук',
  microphone: 'Микрофон',
  systemAudio: 'Звук рабочего стола',
  tone: 'Тестовый тон',
  /** The sound that comes with a captured picture. */
  soundOf: (source: string) => `${source}: звук`,
  scene: 'Сцена',
  canvas: 'Основной',
  encoding: 'Основной',
  /** Of a track of sound without a name, 1 to 6. */
  track: (track: number) => `Дорожка ${track}`,
};
