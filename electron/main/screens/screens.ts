/** Screens and windows to capture: the picker's list, and the choice, or the sound, that answers the next getDisplayMedia call. */
import { createHash } from 'node:crypto';
import type {
  DesktopCapturer,
  DesktopCapturerSource,
  NativeImage,
  Screen,
  Session,
  Size,
  Streams,
} from 'electron';
import { AppError } from '../../../shared/errors/app-error.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import type { ChosenScreen, ScreenSource } from '../../../shared/ipc/capture-channels.ts';
import type { InvokeInput } from '../../../shared/ipc/contract.ts';
import { texts } from '../../../shared/text/text.ts';
import { isOwnOrigin } from '../window/permissions.ts';
import { findSource } from './find-source.ts';
import type { ListedSource } from './find-source.ts';
import { readWindowPrograms } from './x11-programs.ts';
import type { X11Environment } from './x11-programs.ts';

const THUMBNAIL = { width: 320, height: 180 } as const;
const NO_THUMBNAIL = { width: 0, height: 0 } as const;
/** In place of an id, where none is wanted. */
const ANY = '';

export interface ScreensOptions {
  readonly desktopCapturer: Pick<DesktopCapturer, 'getSources'>;
  readonly screen: Pick<Screen, 'getPrimaryDisplay' | 'getAllDisplays'>;
  readonly x11: X11Environment;
  /** Each listing asks the person, in the desktop's own dialog, and holds the one thing that they chose. */
  readonly isWayland: boolean;
  /** Whether the system lets the app see the screen. */
  readonly hasAccess: () => boolean;
  /** Of desktopCapturer: within itself a window shows itself without an end. Undefined while there is none. */
  readonly ownWindowId: () => string | undefined;
}

export class Screens {
  readonly #system: ScreensOptions;
  /** Ids that were a source's a moment ago, in this run. */
  readonly #freshIds = new Set<string>();
  /** What the person chose in the desktop's dialog, by the id that it got there: with that id no question is asked again in this run. */
  readonly #chosenInDialog = new Map<string, ScreenSource>();
  /** Answers the next capture. */
  #armed: Streams | undefined;

  constructor(system: ScreensOptions) {
    this.#system = system;
  }

  /** @throws AppError `capture/no-screen`, `capture/permission-denied`. */
  async list(): Promise<readonly ScreenSource[]> {
    const own = numbered(this.#system.ownWindowId());
    const sources = (await this.#getSources(THUMBNAIL)).filter(({ id }) => numbered(id) !== own);
    const listed = await this.#describe(sources);
    this.#freshIds.clear();
    const shown = listed.map((source, index) => {
      this.#freshIds.add(source.id);
      const { name = '', thumbnail } = sources[index] ?? {};
      const hasPicture = thumbnail?.isEmpty() === false;
      return { ...source, name, thumbnail: hasPicture ? thumbnail.toDataURL() : '' };
    });
    if (this.#system.isWayland) for (const source of shown) this.#chosenInDialog.set(source.id, source);
    return shown;
  }

  /**
   * Finds the wanted source and arms the next capture with it; without an id that is the primary screen, on Wayland what the person
   * chooses.
   * @throws AppError `capture/no-screen`, `capture/window-closed`, `capture/window-unclear` or `capture/permission-denied`.
   */
  async choose(wanted: InvokeInput<'screens:choose'>): Promise<ChosenScreen> {
    this.#armed = undefined;
    const found = this.#system.isWayland ? await this.#findChosen(wanted) : await this.#find(wanted);
    this.#armed = { video: { id: found.id, name: found.title } };
    return { sourceId: found.id, title: found.title, ...(found.program && { program: found.program }) };
  }

  /** A sound is captured by the same call; its picture is thrown away. */
  armSound(streams: Streams): void {
    this.#armed = streams;
  }

  answerCaptures(session: Session, onFailed: (text: string) => void): void {
    session.setDisplayMediaRequestHandler((request, answer) => {
      const streams = this.#armed;
      this.#armed = undefined;
      if (isOwnOrigin(request.securityOrigin) && streams !== undefined) {
        answer(streams);
        return;
      }
      onFailed(`screen capture asked by ${request.securityOrigin}${streams ? '' : ' without a choice'}`);
      // oxlint-disable-next-line unicorn/no-null -- Electron's way to refuse
      answer(null);
    });
  }

  async #find({ sourceId, title, program, wasLost }: InvokeInput<'screens:choose'>): Promise<ListedSource> {
    if (sourceId !== undefined && wasLost) this.#freshIds.delete(sourceId);
    const sources = await this.#getSources(NO_THUMBNAIL);
    const listed = await this.#describe(sources);
    const found =
      sourceId === undefined
        ? this.#primaryScreen(listed, sources)
        : findSource({ sourceId, title, program, isIdFresh: this.#freshIds.has(sourceId) }, listed);
    this.#freshIds.add(found.id);
    return found;
  }

  async #findChosen({ sourceId = ANY, wasLost }: InvokeInput<'screens:choose'>): Promise<ScreenSource> {
    if (wasLost) {
      this.#chosenInDialog.delete(sourceId);
      throw withReason('capture/window-unclear', 'captureTargetGone');
    }
    const before = this.#chosenInDialog.get(sourceId);
    if (before !== undefined) return before;
    // A dialog that nobody asked for says nothing of what is behind it.
    const [first] = sourceId === ANY ? await this.list().catch(() => []) : [];
    if (first === undefined) throw withReason('capture/window-unclear', 'captureAskedAnew');
    this.#chosenInDialog.set(sourceId, first);
    return first;
  }

  async #describe(sources: readonly DesktopCapturerSource[]): Promise<readonly ListedSource[]> {
    const numberOf = ({ id }: DesktopCapturerSource): number => Number(id.split(':')[1]);
    const windows = sources.filter(({ id }) => id.startsWith('window:'));
    const { isWayland, x11 } = this.#system;
    const programs = await readWindowPrograms(isWayland ? [] : windows.map(numberOf), x11);
    return sources.map((source) =>
      source.id.startsWith('screen:')
        ? { id: source.id, kind: 'screen', title: this.#monitorName(source.display_id), program: undefined }
        : {
            id: source.id,
            kind: 'window',
            title: source.name,
            program: programs.get(numberOf(source)) ?? iconName(source.appIcon),
          },
    );
  }

  #primaryScreen(listed: readonly ListedSource[], sources: readonly DesktopCapturerSource[]): ListedSource {
    const screens = listed.filter(({ kind }) => kind === 'screen');
    const primaryId = String(this.#system.screen.getPrimaryDisplay().id);
    const primary = sources.find(({ display_id: id }) => id === primaryId);
    const found = screens.find(({ id }) => id === primary?.id) ?? screens[0];
    if (found === undefined) throw withReason('capture/no-screen', 'noScreen');
    return found;
  }

  #monitorName(displayId: string): string {
    return this.#system.screen.getAllDisplays().find(({ id }) => String(id) === displayId)?.label ?? '';
  }

  async #getSources(thumbnailSize: Size): Promise<readonly DesktopCapturerSource[]> {
    const { desktopCapturer, hasAccess } = this.#system;
    const types: ('screen' | 'window')[] = ['screen', 'window'];
    try {
      const sources = await desktopCapturer.getSources({ types, thumbnailSize, fetchWindowIcons: true });
      if (hasAccess()) return sources;
    } catch (error) {
      if (hasAccess()) throw withReason('capture/no-screen', 'screensUnlisted', {}, error);
    }
    // That look has put Upcast into the system's list of those who may be allowed.
    throw new AppError('capture/permission-denied', {
      message: texts.capture.notAllowed('screen'),
      ...{ kind: 'screen', system: 'mac' },
    });
  }
}

/** Type and number; behind them stands whose process it is. */
function numbered(id: string | undefined): string | undefined {
  return id?.split(':').slice(0, 2).join(':');
}

/** Where the system names no program, its icon tells programs apart. */
// oxlint-disable-next-line typescript/no-restricted-types -- Electron's null for a screen, which its types leave out
function iconName(icon: NativeImage | null): string | undefined {
  if (icon === null || icon.isEmpty()) return undefined;
  return `icon ${createHash('sha256').update(icon.toBitmap()).digest('hex').slice(0, 32)}`;
}
