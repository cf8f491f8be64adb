/** The bitrate over time with its legend, tabs and export. React makes the frame; the plot draws itself. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react';
import { useStore } from 'zustand';
import { ChartLine, Download } from 'lucide-react';
import 'uplot/dist/uPlot.min.css';
import { runOrTell, useServices, useSession, useSettings } from '../../api/services.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { buildCsv, buildJson } from './graph-export.ts';
import { GraphPlot } from './graph-plot.ts';
import type { GraphReading } from './graph-plot.ts';
import { SERIES_COUNT } from './graph-colours.ts';
import type { GraphWindow, Overlay } from './graph-data.ts';
import { describeReading } from './graph-readout.ts';
import { useDarkScheme } from './use-dark-scheme.ts';
import css from './GraphPanel.module.css';

const windowOptions = [
  { value: '1', label: '1 min' },
  { value: '5', label: '5 min' },
  { value: '60', label: '1 h' },
  { value: 'all', label: 'All' },
] as const;

const overlayOptions = [
  { value: 'queue', label: 'Queue' },
  { value: 'fps', label: 'Frame rate' },
  { value: 'cpu', label: 'CPU' },
] as const;

/** `leading` stands before the legend. */
export function GraphPanel({ leading }: { readonly leading: ReactNode }) {
  const services = useServices();
  const { session, client } = services;
  const theme = useSettings((settings) => settings.theme);
  const isDark = useDarkScheme();
  const [graphWindow, setGraphWindow] = useState<GraphWindow>('5');
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const [isZoomed, setIsZoomed] = useState(false);
  const container = useRef<HTMLDivElement>(null);
  const readout = useRef<HTMLDivElement>(null);
  const plot = useRef<GraphPlot | null>(null);
  const destinations = useSession((state) => state.snapshot.destinations);
  const sampled = useSession((state) => state.lastSample?.destinations);
  const hasSamples = useStore(session.store, (state) => state.lastSample !== null);
  const names = useSettings((settings) => settings.destinations);

  const nameOf = useCallback(
    (id: string): string =>
      destinations.find((destination) => destination.id === id)?.name ??
      names.find((destination) => destination.id === id)?.name ??
      (id === 'rehearsal' ? 'Rehearsal' : id),
    [destinations, names],
  );
  const ids = [...new Set([...session.history.destinationIds, ...(sampled ?? []).map(({ id }) => id)])];
  const lineKey = JSON.stringify(ids.map((id) => [id, nameOf(id)]));

  useEffect(() => {
    if (container.current === null || !hasSamples) return undefined;
    const lines = (JSON.parse(lineKey) as [string, string][]).map(([id, name]) => ({ id, name }));
    const drawn = new GraphPlot({
      container: container.current,
      history: session.history,
      getEvents: () => session.store.getState().events,
      lines,
      overlay,
      onReading: (reading) => showReading(readout.current, reading),
      onZoom: setIsZoomed,
    });
    plot.current = drawn;
    drawn.setWindow(graphWindow);
    const listening = session.changed.on(() => drawn.update());
    return () => {
      listening.dispose();
      drawn.dispose();
      plot.current = null;
    };
  }, [session, lineKey, overlay, graphWindow, hasSamples, theme, isDark]);

  const save = (kind: 'csv' | 'json' | 'png') => {
    const { events } = session.store.getState();
    const stamp = new Date().toISOString().slice(0, 16).replace(/[:T]/g, '-');
    const content = {
      csv: () => buildCsv(session.history, events, nameOf),
      json: () => buildJson(session.history, events),
      png: () => plot.current?.render('Bitrate').toDataURL('image/png').split(',')[1] ?? '',
    }[kind]();
    runOrTell(
      services,
      client.invoke('export:save', { suggestedName: `upcast-${stamp}.${kind}`, kind, content }),
    );
  };

  return (
    <section className={css['panel']} aria-label="Bitrate">
      <div className={css['bar']}>
        {leading}
        <ul className={css['legend']}>
          <Legend colour="--color-faint" name="Target" isDashed isSecondary />
          <Legend colour="--series-encoded" name="Encoded" isSecondary />
          {ids.map((id, index) => (
            <Legend key={id} colour={`--series-${(index % SERIES_COUNT) + 1}`} name={nameOf(id)} />
          ))}
          <Legend colour="--color-live" name="Lost frames" isSecondary />
        </ul>
        <div className={css['tools']}>
          {isZoomed ? (
            <Button size="small" onClick={() => plot.current?.setWindow(graphWindow)}>
              Back to now
            </Button>
          ) : null}
          <Segmented
            label="Also show"
            value={overlay}
            options={overlayOptions}
            onChange={setOverlay}
            canClear
          />
          <Segmented
            label="Time shown"
            value={graphWindow}
            options={windowOptions}
            onChange={(value) => setGraphWindow(value ?? '5')}
          />
          <Menu
            trigger={
              <IconButton
                label="Export"
                disabled={!hasSamples}
                icon={<Download size={16} strokeWidth={1.75} aria-hidden />}
              />
            }
            items={[
              { label: 'Table (CSV)', onSelect: () => save('csv') },
              { label: 'Data (JSON)', onSelect: () => save('json') },
              { label: 'Picture (PNG)', onSelect: () => save('png') },
            ]}
          />
        </div>
      </div>
      {hasSamples ? (
        <div
          className={css['stage']}
          tabIndex={0}
          role="group"
          aria-label="Bitrate graph. Arrow keys read it, plus and minus zoom, Escape returns to now."
          data-testid="graph"
          onKeyDown={(event) => handleKey(event, plot.current, graphWindow)}
          onWheel={(event) => {
            if (event.shiftKey || event.deltaX !== 0)
              plot.current?.panBy(Math.sign(event.deltaX || event.deltaY) * 0.08);
            else plot.current?.zoomBy(event.deltaY > 0 ? 1.25 : 0.8);
          }}
          onDoubleClick={() => plot.current?.setWindow(graphWindow)}
          onBlur={() => plot.current?.hideCursor()}
        >
          <div ref={container} className={css['plot']} />
          <div ref={readout} className={css['readout']} role="status" hidden />
        </div>
      ) : (
        <EmptyState
          icon={<ChartLine size={24} strokeWidth={1.5} aria-hidden />}
          text="Once you are on air, the bitrate of every destination is drawn here, second by second. Flat is good."
        />
      )}
    </section>
  );
}

function handleKey(event: KeyboardEvent, plot: GraphPlot | null, graphWindow: GraphWindow): void {
  if (plot === null) return;
  const actions: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => (event.altKey ? plot.panBy(-0.1) : plot.moveCursor(event.shiftKey ? -10 : -1)),
    ArrowRight: () => (event.altKey ? plot.panBy(0.1) : plot.moveCursor(event.shiftKey ? 10 : 1)),
    '+': () => plot.zoomBy(0.7),
    '-': () => plot.zoomBy(1.4),
    Escape: () => plot.setWindow(graphWindow),
  };
  const action = actions[event.key];
  if (action === undefined) return;
  event.preventDefault();
  action();
}

function showReading(element: HTMLElement | null, reading: GraphReading | null): void {
  if (element === null) return;
  element.hidden = reading === null;
  if (reading === null) return;
  element.textContent = describeReading(reading);
  const isRightHalf = reading.leftPx > (element.parentElement?.clientWidth ?? 0) / 2;
  element.dataset['side'] = isRightHalf ? 'left' : 'right';
  element.style.setProperty('--left', `${reading.leftPx}px`);
}

interface LegendProps {
  readonly colour: string;
  readonly name: string;
  readonly isDashed?: boolean;
  /** Left out where there is little room. */
  readonly isSecondary?: boolean;
}

function Legend({ colour, name, isDashed = false, isSecondary = false }: LegendProps) {
  return (
    <li
      className={css['entry']}
      data-secondary={isSecondary}
      style={{ '--colour': `var(${colour})` } as CSSProperties}
    >
      <span className={css['swatch']} data-dashed={isDashed} aria-hidden />
      <span className={css['name']}>{name}</span>
    </li>
  );
}
