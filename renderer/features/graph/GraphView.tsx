/** A session's graph with its legend, windows, overlays and export. React makes the frame; the plot draws itself. */
import { useEffect, useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react';
import { ChartLine, Download } from 'lucide-react';
import 'uplot/dist/uPlot.min.css';
import type { SampleHistory } from '../../../shared/broadcast/sample-history.ts';
import type { BroadcastEvent } from '../../../shared/broadcast/statistics.ts';
import type { Emitter } from '../../../shared/emitter.ts';
import { runOrShowError, useServices, useSettings } from '../../state/services.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { EmptyState } from '../../ui/layout/EmptyState.tsx';
import { IconButton } from '../../ui/controls/IconButton.tsx';
import { Menu } from '../../ui/overlays/Menu.tsx';
import { Segmented } from '../../ui/controls/Segmented.tsx';
import { buildCsv, buildJson } from './graph-export.ts';
import { GraphPlot } from './graph-plot.ts';
import type { GraphReading } from './graph-plot.ts';
import { SERIES_COUNT } from './graph-colours.ts';
import { graphWindows, overlays } from './graph-data.ts';
import type { GraphWindow, Overlay } from './graph-data.ts';
import { mainSeries, overlaySeries } from './graph-series.ts';
import type { GraphDestination, GraphSeries } from './graph-series.ts';
import { describeReading } from './graph-readout.ts';
import { ownSystem } from '../../own-system.ts';
import { useSystemColours } from '../../ui/use-system-colours.ts';
import { texts } from '../../../shared/text/text.ts';
import css from './GraphView.module.css';

const windowOptions = () => graphWindows.map((value) => ({ value, label: texts.graph.windows[value] }));

export interface GraphViewProps {
  readonly history: SampleHistory;
  readonly getEvents: () => readonly BroadcastEvent[];
  /** Fires when there is something new; absent for a past stream. */
  readonly changed?: Emitter<void>;
  readonly destinations: readonly GraphDestination[];
  readonly hasSamples: boolean;
  readonly initialWindow: GraphWindow;
  /** Stands before the legend. */
  readonly leading?: ReactNode;
  /** Begins the name of an exported file. */
  readonly exportName: string;
}

export function GraphView(props: GraphViewProps) {
  const { history, getEvents, changed, destinations, hasSamples, leading, exportName } = props;
  const services = useServices();
  const theme = useSettings((settings) => settings.theme);
  const systemColours = useSystemColours();
  const [graphWindow, setGraphWindow] = useState<GraphWindow>(props.initialWindow);
  const [overlay, setOverlay] = useState<Overlay>();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set(['all']));
  const [isZoomed, setIsZoomed] = useState(false);
  const container = useRef<HTMLDivElement>(null);
  const readout = useRef<HTMLDivElement>(null);
  const plot = useRef<GraphPlot>(undefined);
  const legend = mainSeries(destinations);
  const shown = [
    ...legend.filter(({ key }) => !hidden.has(key)),
    ...overlaySeries(overlay, destinations, hidden, ownSystem),
  ];
  const lineKey = JSON.stringify(shown);

  useEffect(() => {
    if (container.current === null || !hasSamples) return undefined;
    const drawn = new GraphPlot({
      container: container.current,
      history,
      getEvents,
      series: JSON.parse(lineKey) as GraphSeries[],
      overlay,
      isLive: changed !== undefined,
      onReading: (reading) => {
        if (readout.current !== null) showReading(readout.current, reading);
      },
      onZoom: setIsZoomed,
    });
    plot.current = drawn;
    drawn.setWindow(graphWindow);
    const listening = changed?.on(() => drawn.update());
    return () => {
      listening?.dispose();
      drawn.dispose();
      plot.current = undefined;
    };
  }, [history, getEvents, changed, lineKey, overlay, graphWindow, hasSamples, theme, systemColours]);

  const save = (kind: 'csv' | 'json' | 'png') => {
    const events = getEvents();
    const nameOf = (id: string) => destinations.find((each) => each.id === id)?.name ?? id;
    const stamp = new Date(history.timeAt(0)).toISOString().slice(0, 16).replace(/[:T]/g, '-');
    const content = {
      csv: () => buildCsv(history, events, nameOf, ownSystem),
      json: () => buildJson(history, events),
      png: () => plot.current?.render(texts.graph.title).toDataURL('image/png').split(',')[1] ?? '',
    }[kind]();
    runOrShowError(
      services,
      services.client.invoke('export:save', {
        suggestedName: `${exportName}-${stamp}.${kind}`,
        kind,
        content,
      }),
    );
  };

  return (
    <section className={css['panel']} aria-label={texts.graph.title}>
      <div className={css['bar']}>
        {leading}
        <ul className={css['legend']}>
          {legend.map((series) => (
            <Legend
              key={series.key}
              series={series}
              isShown={!hidden.has(series.key)}
              onToggle={() => setHidden(toggled(hidden, series.key))}
            />
          ))}
        </ul>
        <div className={css['tools']}>
          {isZoomed ? (
            <Button size="small" onClick={() => plot.current?.setWindow(graphWindow)}>
              {changed === undefined ? texts.graph.resetZoom : texts.graph.backToNow}
            </Button>
          ) : undefined}
          <select
            className={css['overlay']}
            aria-label={texts.graph.overlay}
            value={overlay ?? ''}
            onChange={({ target }) => setOverlay(overlays.find((each) => each === target.value))}
          >
            <option value="">{texts.graph.bitrateOnly}</option>
            {overlays.map((each) => (
              <option key={each} value={each}>
                {each === 'cpu'
                  ? texts.graph.withCpu
                  : texts.graph.withOverlay(texts.graph.overlays[each].label)}
              </option>
            ))}
          </select>
          <Segmented
            label={texts.graph.timeRange}
            value={graphWindow}
            options={windowOptions()}
            onChange={(value) => setGraphWindow(value ?? props.initialWindow)}
          />
          <Menu
            trigger={
              <IconButton
                label={texts.graph.export}
                disabled={!hasSamples}
                icon={<Download size={16} strokeWidth={1.75} aria-hidden />}
              />
            }
            items={[
              { label: texts.graph.exportTable, onSelect: () => save('csv') },
              { label: texts.graph.exportData, onSelect: () => save('json') },
              { label: texts.graph.exportImage, onSelect: () => save('png') },
            ]}
          />
        </div>
      </div>
      {hasSamples ? (
        <div
          className={css['stage']}
          tabIndex={0}
          role="group"
          aria-label={texts.graph.description}
          data-testid="graph"
          onKeyDown={(event) => handleKey(event, plot.current, graphWindow)}
          onWheel={(event) => {
            if (event.shiftKey || event.deltaX !== 0)
              plot.current?.panBy(Math.sign(event.deltaX || event.deltaY) * 0.08);
            else plot.current?.zoomAt(event.deltaY > 0 ? 1.25 : 0.8, event.clientX);
          }}
          onDoubleClick={() => plot.current?.setWindow(graphWindow)}
          onBlur={() => plot.current?.hideCursor()}
        >
          <div ref={container} className={css['plot']} />
          <div ref={readout} className={css['readout']} role="status" hidden />
        </div>
      ) : (
        <EmptyState icon={<ChartLine size={24} strokeWidth={1.5} aria-hidden />} text={texts.graph.empty} />
      )}
    </section>
  );
}

function handleKey(event: KeyboardEvent, plot: GraphPlot | undefined, graphWindow: GraphWindow): void {
  if (plot === undefined) return;
  const actions: ReadonlyMap<string, () => void> = new Map<string, () => void>([
    ['ArrowLeft', () => (event.altKey ? plot.panBy(-0.1) : plot.moveCursor(event.shiftKey ? -10 : -1))],
    ['ArrowRight', () => (event.altKey ? plot.panBy(0.1) : plot.moveCursor(event.shiftKey ? 10 : 1))],
    ['+', () => plot.zoomBy(0.7)],
    ['-', () => plot.zoomBy(1.4)],
    ['Escape', () => plot.setWindow(graphWindow)],
  ]);
  const action = actions.get(event.key);
  if (action === undefined) return;
  event.preventDefault();
  action();
}

function showReading(element: HTMLElement, reading: GraphReading | undefined): void {
  element.hidden = reading === undefined;
  if (reading === undefined) return;
  const words = describeReading(reading);
  if (element.textContent !== words) element.textContent = words;
  element.dataset['side'] = reading.leftPx > reading.plotWidthPx / 2 ? 'left' : 'right';
  element.style.setProperty('--left', `${Math.round(reading.leftPx)}px`);
}

function toggled(hidden: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(hidden);
  if (!next.delete(key)) next.add(key);
  return next;
}

const namedColours = {
  faint: '--color-faint',
  encoded: '--series-encoded',
  text: '--color-text',
  warn: '--color-warn',
} as const;

interface LegendProps {
  readonly series: GraphSeries;
  readonly isShown: boolean;
  readonly onToggle: () => void;
}

/** Pressing it takes the line away or brings it back. */
function Legend({ series, isShown, onToggle }: LegendProps) {
  const { colour, label, dash, key } = series;
  const token = typeof colour === 'string' ? namedColours[colour] : `--series-${(colour % SERIES_COUNT) + 1}`;
  return (
    <li data-secondary={!key.startsWith('to:')} className={css['item']}>
      <button
        type="button"
        className={css['entry']}
        aria-pressed={isShown}
        title={isShown ? texts.graph.hide(label) : texts.graph.show(label)}
        style={{ '--colour': `var(${token})` } as CSSProperties}
        onClick={onToggle}
      >
        <span className={css['swatch']} data-dashed={dash !== undefined} aria-hidden />
        <bdi className={css['name']}>{label}</bdi>
      </button>
    </li>
  );
}
