/** Screens and windows to capture: the picker's list, and the choice, or the sound, that answers the next getDisplayMedia call. */
import { createHash } from 'node:crypto';
import { desktopCapturer, screen } from 'electron';
import type { DesktopCapturerSource, NativeImage, Session, Size, Streams } from 'electron';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import type { ChosenScreen, ScreenSource } from '../../../shared/ipc/capture-channels.ts';
import type { InvokeInput } from '../../../shared/ipc/contract.ts';
import { isOwnOrigin } from '../window/permissions.ts';
import { findSource } from './find-source.ts';
import type { ListedSource } from './find-source.ts';
import { readWindowPrograms } from './x11-programs.ts';
import type { X11Environment } from './x11-programs.ts';

const THUMBNAIL = { width: 320, height: 180 } as const;
const NO_THUMBNAIL = { width: 0, height: 0 } as const;

export interface ScreensOptions {
  readonly x11: X11Environment;
  /** Each listing asks the person: nothing is looked for unasked. */
  readonly isWayland: boolean;
}

export class Screens {
  readonly #system: ScreensOptions;
  /** Ids that were a source's a moment ago, in this run. */
  readonly #freshIds = new Set<string>();
  /** Answers the next capture. */
  #armed: Streams | undefined;

  constructor(system: ScreensOptions) {
    this.#system = system;
  }

  /** @throws AppError `capture/no-screen`. */
  async list(): Promise<readonly ScreenSource[]> {
    const sources = await getSources(THUMBNAIL);
    const listed = await this.#describe(sources);
    this.#freshIds.clear();
    return listed.map((source, index) => {
      this.#freshIds.add(source.id);
      const { name = '', thumbnail } = sources[index] ?? {};
      const hasPicture = thumbnail?.isEmpty() === false;
      return { ...source, name, thumbnail: hasPicture ? thumbnail.toDataURL() : '' };
    });
  }

  /**
   * Finds the wanted source and arms the next capture with it; without an id that is the primary screen.
   * @throws AppError `capture/no-screen`, `capture/window-closed` or `capture/window-unclear`.
   */
  async choose(wanted: InvokeInput<'screens:choose'>): Promise<ChosenScreen> {
    this.#armed = undefined;
    const { sourceId, wasLost } = wanted;
    if (sourceId !== undefined && wasLost) this.#freshIds.delete(sourceId);
    if (wasLost && this.#system.isWayland) throw withReason('capture/window-unclear', 'captureTargetGone');
    const sources = await getSources(NO_THUMBNAIL);
    const listed = await this.#describe(sources);
    const found =
      sourceId === undefined
        ? primaryScreen(listed, sources)
        : findSource(
            {
              sourceId,
              title: wanted.title,
              program: wanted.program,
              isIdFresh: this.#freshIds.has(sourceId),
            },
            listed,
          );
    this.#freshIds.add(found.id);
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
      // An answer without a video source is Electron's way to refuse; it throws for the caller's benefit alone.
      answer({});
    });
  }

  async #describe(sources: readonly DesktopCapturerSource[]): Promise<readonly ListedSource[]> {
    const numberOf = ({ id }: DesktopCapturerSource): number => Number(id.split(':')[1]);
    const windows = sources.filter(({ id }) => id.startsWith('window:'));
    const programs = await readWindowPrograms(windows.map(numberOf), this.#system.x11);
    return sources.map((source) =>
      source.id.startsWith('screen:')
        ? { id: source.id, kind: 'screen', title: monitorName(source.display_id), program: undefined }
        : {
            id: source.id,
            kind: 'window',
            title: source.name,
            program: programs.get(numberOf(source)) ?? iconName(source.appIcon),
          },
    );
  }
}

function primaryScreen(
  listed: readonly ListedSource[],
  sources: readonly DesktopCapturerSource[],
): ListedSource {
  const screens = listed.filter(({ kind }) => kind === 'screen');
  const primaryId = String(screen.getPrimaryDisplay().id);
  const primary = sources.find(({ display_id: id }) => id === primaryId);
  const found = screens.find(({ id }) => id === primary?.id) ?? screens[0];
  if (found === undefined) throw withReason('capture/no-screen', 'noScreen');
  return found;
}

function monitorName(displayId: string): string {
  return screen.getAllDisplays().find(({ id }) => String(id) === displayId)?.label ?? '';
}

/** Where the system names no program, its icon tells programs apart. */
// oxlint-disable-next-line typescript/no-restricted-types -- Electron's null for a screen, which its types leave out
function iconName(icon: NativeImage | null): string | undefined {
  if (icon === null || icon.isEmpty()) return undefined;
  return `icon ${createHash('sha256').update(icon.toBitmap()).digest('hex').slice(0, 32)}`;
}

async function getSources(thumbnailSize: Size): Promise<readonly DesktopCapturerSource[]> {
  try {
    const types: ('screen' | 'window')[] = ['screen', 'window'];
    return await desktopCapturer.getSources({ types, thumbnailSize, fetchWindowIcons: true });
  } catch (error) {
    throw withReason('capture/no-screen', 'screensUnlisted', {}, error);
  }
}
