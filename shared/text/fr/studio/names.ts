/** Names that Upcast gives to what it makes. People read them, and rename most of them. */
export const names = {
  /** Of a destination without a name. */
  destination: 'Destination',
  rehearsal: 'Répétition',
  relay: 'Relais',
  /** The second server of a destination. */
  backupOf: (destination: string) => `${destination} (secours)`,
  videoSource: 'Vidéo',
  audioSource: 'Audio',
  microphone: 'Micro',
  systemAudio: 'Audio du bureau',
  tone: 'Son de test',
  /** The sound that comes with a captured picture. */
  soundOf: (source: string) => `${source} (audio)`,
  scene: 'Scène',
  canvas: 'Principal',
  encoding: 'Principal',
  /** Of a track of sound without a name, 1 to 6. */
  track: (track: number) => `Piste ${track}`,
};
