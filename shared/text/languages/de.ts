/** The German catalogue. */
import { appMenu, languageSettings, toasts } from '../de/app/app.ts';
import { addresses } from '../de/destinations/addresses.ts';
import { card, certificate, destinations } from '../de/destinations/card.ts';
import { destinationTest } from '../de/destinations/checks.ts';
import { destinationForm, proxy } from '../de/destinations/form.ts';
import { relayGuide, relayRefusals } from '../de/destinations/relay.ts';
import { security } from '../de/destinations/security.ts';
import { services } from '../de/destinations/services.ts';
import { presetExport, presetImport, relay } from '../de/destinations/transfer.ts';
import { errors } from '../de/errors/errors.ts';
import { goLive, serviceAdvice, uplink } from '../de/go-live.ts';
import { graph } from '../de/graph.ts';
import { pastStreams, rehearsalCard, rehearsalReport, streamReport } from '../de/reports.ts';
import { diagnostics } from '../de/failures/diagnostics.ts';
import { common, faults, startNotices, window } from '../de/window.ts';
import { events } from '../de/events.ts';
import { format } from '../de/format.ts';
import { away, capture, preview, sources } from '../de/inputs.ts';
import { live } from '../de/command-line/live.ts';
import { loudness } from '../de/mixer/loudness.ts';
import { mediaFile } from '../de/media-file.ts';
import { main } from '../de/main.ts';
import { mixer } from '../de/mixer/mixer.ts';
import { soundFilters } from '../de/mixer/sound-filters.ts';
import { names } from '../de/studio/names.ts';
import { obsImport } from '../de/command-line/import.ts';
import { options } from '../de/command-line/options.ts';
import { presetFile } from '../de/destinations/preset-file.ts';
import { presetNotes } from '../de/destinations/preset-notes.ts';
import { pages } from '../de/studio/pages.ts';
import { readiness } from '../de/readiness.ts';
import { reason } from '../de/errors/reasons.ts';
import { rehearsal } from '../de/rehearsal.ts';
import { remote } from '../de/remote.ts';
import { remoteToken } from '../de/remote-token.ts';
import { canvasEditor } from '../de/studio/canvas-editor.ts';
import { filters, look } from '../de/studio/filters.ts';
import { collectionImport, collections } from '../de/studio/collections.ts';
import { media } from '../de/studio/media.ts';
import { items, properties, scenes, transitions } from '../de/studio/scenes.ts';
import { soundPresets } from '../de/studio/sound-presets.ts';
import { sourceSettings } from '../de/studio/source-settings.ts';
import { projectors } from '../de/studio/projectors.ts';
import { studioMode } from '../de/studio/studio-mode.ts';
import { encoders, recordingSettings, remoteSettings, settings } from '../de/settings.ts';
import { selfTest } from '../de/failures/self-test.ts';
import { updates } from '../de/failures/updates.ts';
import { status } from '../de/status.ts';
import type { Text } from '../text.ts';

export const german: Text = {
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
