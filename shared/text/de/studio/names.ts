/** Names that Upcast gives to what it makes. People read them, and rename most of them. */
export const names = {
  /** Of a destination without a name. */
  destination: 'Ziel',
  rehearsal: 'Probe',
  relay: 'Relay',
  /** The second server of a destination. */
  backupOf: (destination: string) => `${destination} (Backup)`,
  videoSource: 'Video',
  audioSource: 'Audio',
  microphone: 'Mikrofon',
  systemAudio: 'Desktop-Audio',
  tone: 'Testton',
  /** The sound that comes with a captured picture. */
  soundOf: (source: string) => `${source} (Audio)`,
  scene: 'Szene',
  canvas: 'Haupt',
  encoding: 'Haupt',
  /** Of a track of sound without a name, 1 to 6. */
  track: (track: number) => `Spur ${track}`,
};
