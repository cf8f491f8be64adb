/** The Spanish catalogue: every sentence that people read, by feature. */
import type { Text } from '../text.ts';
import { appMenu, languageSettings, toasts } from '../es/app/app.ts';
import { addresses } from '../es/destinations/addresses.ts';
import { card, certificate, destinations } from '../es/destinations/card.ts';
import { destinationTest } from '../es/destinations/checks.ts';
import { destinationForm, proxy } from '../es/destinations/form.ts';
import { relayGuide, relayRefusals } from '../es/destinations/relay.ts';
import { security } from '../es/destinations/security.ts';
import { services } from '../es/destinations/services.ts';
import { presetExport, presetImport, relay } from '../es/destinations/transfer.ts';
import { errors } from '../es/errors/errors.ts';
import { goLive, serviceAdvice, uplink } from '../es/go-live.ts';
import { graph } from '../es/graph.ts';
import { pastStreams, rehearsalCard, rehearsalReport, streamReport } from '../es/reports.ts';
import { diagnostics } from '../es/failures/diagnostics.ts';
import { common, faults, startNotices, window } from '../es/window.ts';
import { events } from '../es/events.ts';
import { format } from '../es/format.ts';
import { away, capture, preview, sources } from '../es/inputs.ts';
import { live } from '../es/command-line/live.ts';
import { loudness } from '../es/mixer/loudness.ts';
import { mediaFile } from '../es/media-file.ts';
import { main } from '../es/main.ts';
import { mixer } from '../es/mixer/mixer.ts';
import { soundFilters } from '../es/mixer/sound-filters.ts';
import { names } from '../es/studio/names.ts';
import { obsImport } from '../es/command-line/import.ts';
import { options } from '../es/command-line/options.ts';
import { presetFile } from '../es/destinations/preset-file.ts';
import { presetNotes } from '../es/destinations/preset-notes.ts';
import { pages } from '../es/studio/pages.ts';
import { readiness } from '../es/readiness.ts';
import { reason } from '../es/errors/reasons.ts';
import { rehearsal } from '../es/rehearsal.ts';
import { remote } from '../es/remote.ts';
import { remoteToken } from '../es/remote-token.ts';
import { canvasEditor } from '../es/studio/canvas-editor.ts';
import { filters, look } from '../es/studio/filters.ts';
import { collectionImport, collections } from '../es/studio/collections.ts';
import { media } from '../es/studio/media.ts';
import { items, properties, scenes, transitions } from '../es/studio/scenes.ts';
import { soundPresets } from '../es/studio/sound-presets.ts';
import { sourceSettings } from '../es/studio/source-settings.ts';
import { projectors } from '../es/studio/projectors.ts';
import { studioMode } from '../es/studio/studio-mode.ts';
import { encoders, recordingSettings, remoteSettings, settings } from '../es/settings.ts';
import { selfTest } from '../es/failures/self-test.ts';
import { updates } from '../es/failures/updates.ts';
import { status } from '../es/status.ts';

export const spanish: Text = {
  appMenu,
  languageSettings,
  toasts,
  addresses,
  away,
  canvasEditor,
  capture,
  card,
  certificate,
  collectionImport,
  collections,
  common,
  destinationForm,
  destinations,
  destinationTest,
  diagnostics,
  encoders,
  errors,
  faults,
  filters,
  events,
  format,
  goLive,
  graph,
  items,
  media,
  mixer,
  pastStreams,
  presetExport,
  presetImport,
  presetFile,
  presetNotes,
  preview,
  projectors,
  properties,
  proxy,
  live,
  look,
  loudness,
  main,
  mediaFile,
  names,
  obsImport,
  options,
  pages,
  readiness,
  recordingSettings,
  rehearsalCard,
  rehearsalReport,
  relay,
  relayGuide,
  relayRefusals,
  remoteSettings,
  reason,
  rehearsal,
  remote,
  remoteToken,
  scenes,
  security,
  soundPresets,
  sourceSettings,
  selfTest,
  serviceAdvice,
  services,
  settings,
  soundFilters,
  sources,
  startNotices,
  streamReport,
  studioMode,
  transitions,
  updates,
  uplink,
  window,
  status,
};
