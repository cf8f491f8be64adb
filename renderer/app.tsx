/** The window: header, the column of sources, the stage, destinations with the big button, the graph and the events. */
import { useEffect, useState } from 'react';
import { AudioLines, Layers } from 'lucide-react';
import { runOrShowError, useServices, useSession, useSettings } from './state/services.ts';
import { CollectionMenu } from './features/collections/index.ts';
import { AwayButton } from './features/away/index.ts';
import { DestinationList } from './features/destinations/index.ts';
import { EventList } from './features/events/index.ts';
import { GoLive } from './features/go-live/index.ts';
import { GraphPanel } from './features/graph/index.ts';
import { MixerPanel, SoundList, useMixerKeys } from './features/mixer/index.ts';
import { isReportDue, PastStreamsDialog, StreamReportDialog } from './features/past-streams/index.ts';
import { ProjectorMenu, Projectors } from './features/projectors/index.ts';
import { RehearsalCard, RehearsalReportDialog } from './features/rehearsal/index.ts';
import { SettingsDialog } from './features/settings/index.ts';
import { ScenePanel, useSceneKeys } from './features/scenes/index.ts';
import { SourcePanel } from './features/sources/index.ts';
import { StudioModeButton, StudioStage, useStudioModeKeys } from './features/studio-mode/index.ts';
import { Announcements, RuntimeBanner, StatusHeader } from './features/status/index.ts';
import { Updates } from './features/updates/index.ts';
import { useMediaChoice } from './state/use-media-choice.ts';
import { isRehearsal } from '../shared/broadcast/state.ts';
import { IconButton } from './ui/controls/IconButton.tsx';
import { PartBoundary } from './ui/layout/PartBoundary.tsx';
import { Segmented } from './ui/controls/Segmented.tsx';
import { Toasts } from './ui/overlays/Toasts.tsx';
import { TooltipProvider } from './ui/overlays/Tooltip.tsx';
import { windowShortcuts } from './ui/keyboard/shortcut-keys.ts';
import { useShortcuts } from './ui/use-shortcuts.ts';
import { texts } from '../shared/text/text.ts';
import css from './app.module.css';

const bottomTabs = () =>
  [
    { value: 'graph', label: texts.window.bitrate },
    { value: 'events', label: texts.window.events },
  ] as const;

export function App() {
  const services = useServices();
  const { client, run, session, capture, toasts } = services;
  const hasDestinations = useSettings((state) => state.destinations.length > 0);
  const report = useSession((state) => state.report);
  const [isSettingsOpen, setIsSettingsOpen] = useState(false);
  const [isPastOpen, setIsPastOpen] = useState(false);
  const summary = useSession((state) => (state.report === undefined ? state.summary : undefined));
  const isIdle = useSession((state) => state.snapshot.broadcast.phase === 'idle');
  const [isColumnOpen, setIsColumnOpen] = useState(false);
  const [tab, setTab] = useState<'graph' | 'events'>('graph');
  const { chooseSource } = useMediaChoice();
  const isSending = useSession(
    (state) => state.snapshot.broadcast.phase !== 'idle' && !isRehearsal(state.snapshot),
  );
  const tabs = (
    <div className={css['tabs']}>
      <Segmented
        label={texts.window.bottomTabs}
        value={tab}
        options={bottomTabs()}
        onChange={(value) => setTab(value ?? 'graph')}
      />
    </div>
  );

  const list = <DestinationList key="list" />;
  const rehearsal = (
    <PartBoundary key="rehearsal" name={texts.rehearsalCard.title}>
      <RehearsalCard />
    </PartBoundary>
  );

  useEffect(() => {
    document.body.dataset['ready'] = 'true';
    performance.mark('ready');
  }, []);
  useEffect(
    () =>
      client.on('menu:chosen', (command) => {
        if (document.querySelector('dialog[open]') !== null) return;
        if (command === 'openSettings') setIsSettingsOpen(true);
        else setIsPastOpen(true);
      }),
    [client],
  );
  const sceneKeys = useSceneKeys();
  const studioModeKeys = useStudioModeKeys();
  const mixerKeys = useMixerKeys();
  useShortcuts({
    ...sceneKeys,
    ...studioModeKeys,
    ...mixerKeys,
    [windowShortcuts.settings]: () => setIsSettingsOpen(true),
    'Ctrl+Z': () => runOrShowError(services, run({ type: 'undo' })),
    'Ctrl+Shift+Z': () => runOrShowError(services, run({ type: 'redo' })),
    'Ctrl+Y': () => runOrShowError(services, run({ type: 'redo' })),
    [windowShortcuts.away]: () => capture.setAway(!capture.store.getState().isAway),
    [windowShortcuts.record]: () => {
      const { phase } = session.store.getState().snapshot.recorder;
      const isWanted = phase === 'recording' || phase === 'waiting';
      runOrShowError(services, run({ type: isWanted ? 'stopRecording' : 'startRecording' }));
    },
    Escape: () => setIsColumnOpen(false),
  });

  return (
    <TooltipProvider delayDuration={400}>
      <div className={css['shell']}>
        <RuntimeBanner />
        <div className={css['window']}>
          <StatusHeader
            onOpenPastStreams={() => setIsPastOpen(true)}
            onOpenSettings={() => setIsSettingsOpen(true)}
          />
          <nav className={css['rail']} aria-label={texts.window.sourcesColumn}>
            <IconButton
              label={texts.items.column}
              aria-expanded={isColumnOpen}
              icon={<Layers size={18} strokeWidth={1.75} aria-hidden />}
              onClick={() => setIsColumnOpen(!isColumnOpen)}
            />
            <IconButton
              label={texts.mixer.title}
              aria-expanded={isColumnOpen}
              icon={<AudioLines size={18} strokeWidth={1.75} aria-hidden />}
              onClick={() => setIsColumnOpen(!isColumnOpen)}
            />
          </nav>
          <aside className={css['left']} data-open={isColumnOpen} aria-label={texts.window.sourcesColumn}>
            <PartBoundary name={texts.collections.title}>
              <CollectionMenu />
            </PartBoundary>
            <div className={css['scenes']}>
              <PartBoundary name={texts.scenes.title}>
                <ScenePanel />
              </PartBoundary>
              <div className={css['studio']}>
                <StudioModeButton />
                <ProjectorMenu />
              </div>
            </div>
            <PartBoundary name={texts.items.title}>
              <SourcePanel />
            </PartBoundary>
            <PartBoundary name={texts.mixer.title}>
              <SoundList />
            </PartBoundary>
          </aside>
          <main className={css['stage']} onPointerDown={() => setIsColumnOpen(false)}>
            <PartBoundary name={texts.preview.title}>
              <StudioStage onUsePattern={() => chooseSource({ type: 'pattern' })} />
            </PartBoundary>
            <div className={css['under']}>
              <PartBoundary name={texts.mixer.panel}>
                <MixerPanel />
              </PartBoundary>
              <AwayButton />
            </div>
          </main>
          <aside className={css['right']} aria-label={texts.window.destinations}>
            <div className={css['cards']}>
              {/* By key: the list must live on when the first destination moves it to the top. */}
              {hasDestinations ? [list, isSending ? undefined : rehearsal] : [rehearsal, list]}
            </div>
            <GoLive />
          </aside>
          <section className={css['bottom']} data-tab={tab} aria-label={texts.window.bottom}>
            <div className={css['graph']}>
              <PartBoundary name={texts.window.bitrate}>
                <GraphPanel leading={tabs} />
              </PartBoundary>
            </div>
            <div className={css['events']}>
              {tabs}
              <PartBoundary name={texts.window.events}>
                <EventList />
              </PartBoundary>
            </div>
          </section>
        </div>
      </div>
      {isSettingsOpen ? <SettingsDialog onClose={() => setIsSettingsOpen(false)} /> : undefined}
      {report === undefined ? undefined : (
        <RehearsalReportDialog
          report={report}
          onClose={() => session.store.setState({ report: undefined })}
        />
      )}
      {isPastOpen ? <PastStreamsDialog onClose={() => setIsPastOpen(false)} /> : undefined}
      {isIdle && isReportDue(summary) ? (
        <StreamReportDialog
          summary={summary}
          onClose={() => session.store.setState({ summary: undefined })}
          onShowPast={() => {
            session.store.setState({ summary: undefined });
            setIsPastOpen(true);
          }}
        />
      ) : undefined}
      <Projectors />
      <Updates />
      <Announcements />
      <Toasts toasts={toasts} />
    </TooltipProvider>
  );
}
