/** Names that Upcast gives to what it makes. People read them, and rename most of them. */
export const names = {
  /** Of a destination without a name. */
  destination: '配信先',
  rehearsal: 'リハーサル',
  relay: 'リレー',
  /** The second server of a destination. */
  backupOf: (destination: string) => `${destination} (バックアップ)`,
  videoSource: '映像',
  audioSource: '音声',
  microphone: 'マイク',
  systemAudio: 'デスクトップ音声',
  tone: 'テストトーン',
  /** The sound that comes with a captured picture. */
  soundOf: (source: string) => `${source}の音声`,
  scene: 'シーン',
  canvas: 'メイン',
  encoding: 'メイン',
  /** Of a track of sound without a name, 1 to 6. */
  track: (track: number) => `トラック${track}`,
};
