/**
 * The plot itself, on uPlot and past React: lines of bitrate, lost frames at the foot, events as marks with their
 * words. The owner calls `update` when there is something new and `dispose` at the end.
 */
import uPlot from 'uplot';
import type { BroadcastEvent } from '../../../shared/broadcast/statistics.ts';
import type { SampleHistory } from '../../../shared/broadcast/sample-history.ts';
import { format, texts } from '../../../shared/text/text.ts';
import { buildGraphData, buildMarks, formatAgo, formatAxisKbps, rangeOf, timeSplits } from './graph-data.ts';
import { panRange, zoomRange } from './graph-zoom.ts';
import type { GraphData, GraphRange, GraphWindow, Overlay } from './graph-data.ts';
import { drawLost, drawMarks } from './graph-drawing.ts';
import { readColours, seriesColour } from './graph-colours.ts';
import { paintPicture } from './graph-picture.ts';
import { hairlines } from './graph-lines.ts';
import type { GraphSeries } from './graph-series.ts';

/** What the pointer or the arrow keys are on. */
export interface GraphReading {
  readonly timeMs: number;
  /** Milliseconds since the first sample. */
  readonly elapsedMs: number;
  readonly values: readonly {
    readonly label: string;
    readonly unit: string;
    readonly value: number | undefined;
  }[];
  readonly lostFrames: number;
  readonly lostShare: number;
  readonly marks: readonly string[];
  /** Pixels from the left of the plot's element, which is `plotWidthPx` wide. */
  readonly leftPx: number;
  readonly plotWidthPx: number;
}

export interface GraphPlotOptions {
  readonly container: HTMLElement;
  readonly history: SampleHistory;
  readonly getEvents: () => readonly BroadcastEvent[];
  readonly series: readonly GraphSeries[];
  readonly overlay: Overlay | undefined;
  /** While live, times are told from now; of a past stream from its beginning. */
  readonly isLive: boolean;
  readonly onReading: (reading: GraphReading | undefined) => void;
  readonly onZoom: (isZoomed: boolean) => void;
}

const MIN_KBPS = 500;
const FONT_PX = 11;
const LEFT_SHARE = 0.03;
/** Two pixels of a narrow plot may well share a point; fewer than this would look coarse. */
const MIN_POINTS = 400;

export class GraphPlot {
  readonly #options: GraphPlotOptions;
  readonly #plot: uPlot;
  readonly #observer: ResizeObserver;
  #window: GraphWindow = '5';
  #zoom: GraphRange | undefined;
  #lost: Pick<GraphData, 'lost' | 'lostShares'> = { lost: [], lostShares: [] };
  /** Asked for by the pointer, drawn with the next frame. */
  #wanted: GraphRange | undefined;
  #frame = 0;
  #endPan: (() => void) | undefined;
  #range: GraphRange = { fromMs: 0, toMs: 0 };

  constructor(options: GraphPlotOptions) {
    this.#options = options;
    const { clientWidth, clientHeight } = options.container;
    const size = { width: Math.max(120, clientWidth), height: Math.max(80, clientHeight) };
    this.#plot = new uPlot(this.#describe(size), [[], ...options.series.map(() => [])], options.container);
    this.#observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = options.container;
      if (width > 0 && height > 0) this.#plot.setSize({ width, height });
    });
    this.#observer.observe(options.container);
  }

  setWindow(graphWindow: GraphWindow): void {
    this.#window = graphWindow;
    this.#setZoom(undefined);
  }

  /** Of where the lines are drawn. Asking the page for it would lay it out anew, in the middle of each frame. */
  get #widthPx(): number {
    return this.#plot.bbox.width / devicePixelRatio;
  }

  /** Draws what is new, and follows the newest sample unless zoomed in. */
  update(): void {
    const range = this.#zoom ?? rangeOf(this.#options.history, this.#window, this.#options.isLive);
    const data = buildGraphData(
      this.#options.history,
      range,
      this.#options.series.map(({ column }) => column),
      Math.max(MIN_POINTS, this.#widthPx / 2),
    );
    this.#range = range;
    this.#lost = data;
    this.#plot.batch(() => {
      this.#plot.setData([data.times, ...data.columns], false);
      this.#plot.setScale('x', { min: range.fromMs / 1000, max: range.toMs / 1000 });
    });
  }

  /** Moves the readout by so many points; from the newest when there is none. */
  moveCursor(step: number): void {
    const times = this.#plot.data[0];
    if (times.length === 0) return;
    const from = this.#plot.cursor.idx ?? times.length;
    const index = Math.min(times.length - 1, Math.max(0, from + step));
    const time = times[index];
    if (time === undefined) return;
    this.#plot.setCursor({ left: this.#plot.valToPos(time, 'x'), top: this.#plot.over.clientHeight / 3 });
  }

  hideCursor(): void {
    this.#plot.setCursor({ left: -10, top: -10 });
  }

  /** Shows a part of what is shown, around its middle; `factor` below 1 zooms in. */
  zoomBy(factor: number, centreMs = (this.#range.fromMs + this.#range.toMs) / 2): void {
    const whole = rangeOf(this.#options.history, 'all', this.#options.isLive);
    const zoomed = zoomRange(this.#range, whole, factor, centreMs);
    if (zoomed !== undefined) this.#setZoom(zoomed === 'whole' ? undefined : zoomed);
  }

  /** The same around a place of the plot, `leftPx` from the window's left edge. */
  zoomAt(factor: number, leftPx: number): void {
    const { left, width } = this.#plot.over.getBoundingClientRect();
    const { fromMs, toMs } = this.#range;
    const share = Math.min(1, Math.max(0, (leftPx - left) / Math.max(1, width)));
    this.zoomBy(factor, fromMs + (toMs - fromMs) * share);
  }

  /** Moves what is shown by a share of its width, and stays there. */
  panBy(share: number): void {
    const from = this.#wanted ?? this.#range;
    this.#panTo(from.fromMs + (from.toMs - from.fromMs) * share, from.toMs - from.fromMs);
  }

  #panTo(fromMs: number, spanMs: number): void {
    const whole = rangeOf(this.#options.history, 'all', this.#options.isLive);
    this.#wanted = panRange(whole, fromMs, spanMs);
    // However often the pointer moves, it is drawn once a frame.
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#drawWanted());
  }

  #drawWanted(): void {
    this.#frame = 0;
    const wanted = this.#wanted;
    this.#wanted = undefined;
    if (wanted !== undefined) this.#setZoom(wanted);
  }

  #startPan(down: MouseEvent): void {
    if (down.button !== 0) return;
    const { fromMs, toMs } = this.#range;
    const perPx = (toMs - fromMs) / Math.max(1, this.#widthPx);
    const move = (event: MouseEvent): void =>
      this.#panTo(fromMs - (event.clientX - down.clientX) * perPx, toMs - fromMs);
    const end = (): void => {
      removeEventListener('mousemove', move);
      removeEventListener('mouseup', end);
      this.#endPan = undefined;
    };
    this.#endPan?.();
    this.#endPan = end;
    addEventListener('mousemove', move);
    addEventListener('mouseup', end);
  }

  /** A new canvas of the plot on the theme's ground. */
  render(title: string): HTMLCanvasElement {
    return paintPicture(
      this.#plot.ctx.canvas,
      title,
      this.#options.series,
      readColours(this.#options.container),
    );
  }

  dispose(): void {
    this.#endPan?.();
    cancelAnimationFrame(this.#frame);
    this.#observer.disconnect();
    this.#plot.destroy();
  }

  #setZoom(zoom: GraphRange | undefined): void {
    this.#zoom = zoom;
    this.#options.onZoom(zoom !== undefined);
    this.update();
  }

  #describe(size: { width: number; height: number }): uPlot.Options {
    const colours = readColours(this.#options.container);
    const { series, overlay, isLive } = this.#options;
    const hasOverlayAxis = series.some(({ scale }) => scale === 'overlay');
    const font = `${FONT_PX}px ${colours.font}`;
    const axis = {
      font,
      stroke: colours.faint,
      grid: { stroke: colours.grid, width: 1 },
      ticks: { show: false },
    };
    return {
      ...size,
      padding: [20, 18, 0, 0],
      legend: { show: false },
      cursor: {
        y: false,
        points: { size: 7 },
        drag: { x: true, y: false, setScale: false },
        bind: {
          mousedown: (_plot, _target, select) => (event) => {
            if (event.shiftKey) select(event);
            else this.#startPan(event);
            // oxlint-disable-next-line unicorn/no-null -- uPlot asks a listener for null
            return null;
          },
        },
      },
      scales: {
        x: { time: false, auto: false },
        y: { range: (_plot, _min, max) => [0, Math.max(MIN_KBPS, (max ?? 0) * 1.28)] },
        ...(!hasOverlayAxis
          ? {}
          : { overlay: { range: (_plot, _min, max) => [0, Math.max(10, (max ?? 0) * 1.4)] } }),
      },
      series: [
        {},
        ...series.map(({ colour, dash, width, scale }): uPlot.Series => ({
          stroke: seriesColour(colours, colour),
          paths: hairlines(width),
          scale,
          points: { show: false },
          ...(dash === undefined ? {} : { dash: [...dash] }),
        })),
      ],
      axes: [
        {
          ...axis,
          size: 22,
          gap: 4,
          grid: { show: false },
          splits: (_plot, _axis, min, max) =>
            timeSplits(
              min,
              max,
              isLive && this.#zoom === undefined ? max : this.#options.history.timeAt(0) / 1000,
            ),
          values: (plot, splits) => {
            // At the very left it would lie on the other axis.
            const firstShown =
              (plot.scales['x']?.min ?? 0) +
              LEFT_SHARE * ((plot.scales['x']?.max ?? 0) - (plot.scales['x']?.min ?? 0));
            return splits.map((split) => (split < firstShown ? '' : this.#describeTime(split * 1000)));
          },
        },
        { ...axis, size: 48, gap: 6, space: 34, values: (_plot, splits) => splits.map(formatAxisKbps) },
        ...(overlay === undefined || !hasOverlayAxis
          ? []
          : [
              {
                ...axis,
                scale: 'overlay',
                side: 1 as const,
                size: 56,
                stroke: colours.warn,
                grid: { show: false },
                values: (_plot: uPlot, splits: number[]) =>
                  splits.map((value) => `${value} ${texts.graph.overlays[overlay].unit}`.trimEnd()),
              },
            ]),
      ],
      hooks: {
        draw: [
          (plot) => {
            drawLost(plot, this.#lost, colours);
            drawMarks(plot, buildMarks(this.#options.getEvents(), this.#range), colours);
          },
        ],
        setCursor: [(plot) => this.#options.onReading(this.#readAt(plot))],
        setSelect: [
          (plot) => {
            const { left, width } = plot.select;
            if (width < 8) return;
            this.#setZoom({
              fromMs: plot.posToVal(left, 'x') * 1000,
              toMs: plot.posToVal(left + width, 'x') * 1000,
            });
            plot.setSelect({ left: 0, width: 0, top: 0, height: 0 }, false);
          },
        ],
      },
    };
  }

  #describeTime(timeMs: number): string {
    if (this.#zoom !== undefined || !this.#options.isLive)
      return format.elapsed(timeMs - this.#options.history.timeAt(0));
    return formatAgo(this.#range.toMs - timeMs);
  }

  #readAt(plot: uPlot): GraphReading | undefined {
    const { idx, left } = plot.cursor;
    if (typeof idx !== 'number' || left === undefined || left < 0) return undefined;
    const time = plot.data[0][idx];
    if (time === undefined) return undefined;
    const { series, history } = this.#options;
    const stepMs = Math.max(1000, (this.#range.toMs - this.#range.fromMs) / 200);
    const marks = buildMarks(this.#options.getEvents(), this.#range).filter(
      (mark) => Math.abs(mark.timeMs - time * 1000) <= stepMs,
    );
    return {
      timeMs: time * 1000,
      elapsedMs: time * 1000 - history.timeAt(0),
      values: series.map(({ label, unit }, index) => ({
        label,
        unit,
        value: plot.data[index + 1]?.[idx] ?? undefined,
      })),
      lostFrames: this.#lost.lost[idx] ?? 0,
      lostShare: this.#lost.lostShares[idx] ?? 0,
      marks: marks.map((mark) => mark.text),
      leftPx: plot.valToPos(time, 'x') + plot.bbox.left / devicePixelRatio,
      plotWidthPx: plot.width,
    };
  }
}
