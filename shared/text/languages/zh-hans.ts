/** The Simplified Chinese catalogue: every sentence that people read, by feature. */
import type { Text } from '../text.ts';
import { appMenu, languageSettings, toasts } from '../zh-hans/app/app.ts';
import { addresses } from '../zh-hans/destinations/addresses.ts';
import { card, certificate, destinations } from '../zh-hans/destinations/card.ts';
import { destinationTest } from '../zh-hans/destinations/checks.ts';
import { destinationForm, proxy } from '../zh-hans/destinations/form.ts';
import { relayGuide, relayRefusals } from '../zh-hans/destinations/relay.ts';
import { security } from '../zh-hans/destinations/security.ts';
import { services } from '../zh-hans/destinations/services.ts';
import { presetExport, presetImport, relay } from '../zh-hans/destinations/transfer.ts';
import { errors } from '../zh-hans/errors/errors.ts';
import { goLive, serviceAdvice, uplink } from '../zh-hans/go-live.ts';
import { graph } from '../zh-hans/graph.ts';
import { pastStreams, rehearsalCard, rehearsalReport, streamReport } from '../zh-hans/reports.ts';
import { diagnostics } from '../zh-hans/failures/diagnostics.ts';
import { common, faults, startNotices, window } from '../zh-hans/window.ts';
import { events } from '../zh-hans/events.ts';
import { format } from '../zh-hans/format.ts';
import { away, capture, preview, sources } from '../zh-hans/inputs.ts';
import { live } from '../zh-hans/command-line/live.ts';
import { loudness } from '../zh-hans/mixer/loudness.ts';
import { mediaFile } from '../zh-hans/media-file.ts';
import { main } from '../zh-hans/main.ts';
import { mixer } from '../zh-hans/mixer/mixer.ts';
import { soundFilters } from '../zh-hans/mixer/sound-filters.ts';
import { names } from '../zh-hans/studio/names.ts';
import { obsImport } from '../zh-hans/command-line/import.ts';
import { options } from '../zh-hans/command-line/options.ts';
import { presetFile } from '../zh-hans/destinations/preset-file.ts';
import { presetNotes } from '../zh-hans/destinations/preset-notes.ts';
import { pages } from '../zh-hans/studio/pages.ts';
import { readiness } from '../zh-hans/readiness.ts';
import { reason } from '../zh-hans/errors/reasons.ts';
import { rehearsal } from '../zh-hans/rehearsal.ts';
import { remote } from '../zh-hans/remote.ts';
import { remoteToken } from '../zh-hans/remote-token.ts';
import { canvasEditor } from '../zh-hans/studio/canvas-editor.ts';
import { filters, look } from '../zh-hans/studio/filters.ts';
import { collectionImport, collections } from '../zh-hans/studio/collections.ts';
import { media } from '../zh-hans/studio/media.ts';
import { items, properties, scenes, transitions } from '../zh-hans/studio/scenes.ts';
import { soundPresets } from '../zh-hans/studio/sound-presets.ts';
import { sourceSettings } from '../zh-hans/studio/source-settings.ts';
import { projectors } from '../zh-hans/studio/projectors.ts';
import { studioMode } from '../zh-hans/studio/studio-mode.ts';
import { encoders, recordingSettings, remoteSettings, settings } from '../zh-hans/settings.ts';
import { selfTest } from '../zh-hans/failures/self-test.ts';
import { updates } from '../zh-hans/failures/updates.ts';
import { status } from '../zh-hans/status.ts';

export const simplifiedChinese: Text = {
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
