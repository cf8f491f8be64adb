/** The English catalogue: every sentence that people read, by feature. */
import { appMenu, languageSettings, toasts } from './en/app/app.ts';
import { addresses } from './en/destinations/addresses.ts';
import { card, certificate, destinations } from './en/destinations/card.ts';
import { destinationTest } from './en/destinations/checks.ts';
import { destinationForm, proxy } from './en/destinations/form.ts';
import { relayGuide, relayRefusals } from './en/destinations/relay.ts';
import { security } from './en/destinations/security.ts';
import { services } from './en/destinations/services.ts';
import { presetExport, presetImport, relay } from './en/destinations/transfer.ts';
import { errors } from './en/errors/errors.ts';
import { goLive, serviceAdvice, uplink } from './en/go-live.ts';
import { graph } from './en/graph.ts';
import { pastStreams, rehearsalCard, rehearsalReport, streamReport } from './en/reports.ts';
import { diagnostics } from './en/failures/diagnostics.ts';
import { common, faults, startNotices, window } from './en/window.ts';
import { events } from './en/events.ts';
import { format } from './en/format.ts';
import { away, capture, preview, sources } from './en/inputs.ts';
import { live } from './en/command-line/live.ts';
import { loudness } from './en/mixer/loudness.ts';
import { mediaFile } from './en/media-file.ts';
import { main } from './en/main.ts';
import { mixer } from './en/mixer/mixer.ts';
import { soundFilters } from './en/mixer/sound-filters.ts';
import { names } from './en/studio/names.ts';
import { obsImport } from './en/command-line/import.ts';
import { options } from './en/command-line/options.ts';
import { presetFile } from './en/destinations/preset-file.ts';
import { presetNotes } from './en/destinations/preset-notes.ts';
import { pages } from './en/studio/pages.ts';
import { readiness } from './en/readiness.ts';
import { reason } from './en/errors/reasons.ts';
import { rehearsal } from './en/rehearsal.ts';
import { remote } from './en/remote.ts';
import { remoteToken } from './en/remote-token.ts';
import { canvasEditor } from './en/studio/canvas-editor.ts';
import { filters, look } from './en/studio/filters.ts';
import { collectionImport, collections } from './en/studio/collections.ts';
import { media } from './en/studio/media.ts';
import { items, properties, scenes, transitions } from './en/studio/scenes.ts';
import { soundPresets } from './en/studio/sound-presets.ts';
import { sourceSettings } from './en/studio/source-settings.ts';
import { projectors } from './en/studio/projectors.ts';
import { studioMode } from './en/studio/studio-mode.ts';
import { encoders, recordingSettings, remoteSettings, settings } from './en/settings.ts';
import { selfTest } from './en/failures/self-test.ts';
import { updates } from './en/failures/updates.ts';
import { status } from './en/status.ts';

export const en = {
  addresses,
  appMenu,
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
  languageSettings,
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
  toasts,
  transitions,
  updates,
  uplink,
  window,
  status,
};
