/** The Russian catalogue: every sentence that people read, by feature. */
import { appMenu, languageSettings, toasts } from '../ru/app/app.ts';
import type { Text } from '../text.ts';
import { addresses } from '../ru/destinations/addresses.ts';
import { card, certificate, destinations } from '../ru/destinations/card.ts';
import { destinationTest } from '../ru/destinations/checks.ts';
import { destinationForm, proxy } from '../ru/destinations/form.ts';
import { relayGuide, relayRefusals } from '../ru/destinations/relay.ts';
import { security } from '../ru/destinations/security.ts';
import { services } from '../ru/destinations/services.ts';
import { presetExport, presetImport, relay } from '../ru/destinations/transfer.ts';
import { errors } from '../ru/errors/errors.ts';
import { goLive, serviceAdvice, uplink } from '../ru/go-live.ts';
import { graph } from '../ru/graph.ts';
import { pastStreams, rehearsalCard, rehearsalReport, streamReport } from '../ru/reports.ts';
import { diagnostics } from '../ru/failures/diagnostics.ts';
import { common, faults, startNotices, window } from '../ru/window.ts';
import { events } from '../ru/events.ts';
import { format } from '../ru/format.ts';
import { away, capture, preview, sources } from '../ru/inputs.ts';
import { live } from '../ru/command-line/live.ts';
import { loudness } from '../ru/mixer/loudness.ts';
import { mediaFile } from '../ru/media-file.ts';
import { main } from '../ru/main.ts';
import { mixer } from '../ru/mixer/mixer.ts';
import { soundFilters } from '../ru/mixer/sound-filters.ts';
import { names } from '../ru/studio/names.ts';
import { obsImport } from '../ru/command-line/import.ts';
import { options } from '../ru/command-line/options.ts';
import { presetFile } from '../ru/destinations/preset-file.ts';
import { presetNotes } from '../ru/destinations/preset-notes.ts';
import { pages } from '../ru/studio/pages.ts';
import { readiness } from '../ru/readiness.ts';
import { reason } from '../ru/errors/reasons.ts';
import { rehearsal } from '../ru/rehearsal.ts';
import { remote } from '../ru/remote.ts';
import { remoteToken } from '../ru/remote-token.ts';
import { canvasEditor } from '../ru/studio/canvas-editor.ts';
import { filters, look } from '../ru/studio/filters.ts';
import { collectionImport, collections } from '../ru/studio/collections.ts';
import { media } from '../ru/studio/media.ts';
import { items, properties, scenes, transitions } from '../ru/studio/scenes.ts';
import { soundPresets } from '../ru/studio/sound-presets.ts';
import { sourceSettings } from '../ru/studio/source-settings.ts';
import { projectors } from '../ru/studio/projectors.ts';
import { studioMode } from '../ru/studio/studio-mode.ts';
import { encoders, recordingSettings, remoteSettings, settings } from '../ru/settings.ts';
import { selfTest } from '../ru/failures/self-test.ts';
import { updates } from '../ru/failures/updates.ts';
import { status } from '../ru/status.ts';

export const russian: Text = {
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
