/** Screens and windows to capture: the picker's list, and the choice that answers the next getDisplayMedia call. */
import { desktopCapturer } from 'electron';
import type { Session } from 'electron';
import { AppError } from '../../shared/errors/app-error.ts';
import type { ScreenSource } from '../../shared/ipc/contract.ts';
import { isOwnOrigin } from './permissions.ts';

const THUMBNAIL = { width: 320, height: 180 } as const;

export class Screens {
  #armedId: string | undefined;

  /** @throws AppError `capture/no-screen`. */
  async list(): Promise<readonly ScreenSource[]> {
    const sources = await listSources(THUMBNAIL);
    return sources.map((source) => ({
      id: source.id,
      name: source.name,
      kind: source.id.startsWith('screen:') ? 'screen' : 'window',
      thumbnail: source.thumbnail.isEmpty() ? '' : source.thumbnail.toDataURL(),
    }));
  }

  /** Arms the next capture; `undefined` is the primary screen. */
  choose(sourceId: string | undefined): void {
    this.#armedId = sourceId;
  }

  answerCaptures(session: Session, onFailed: (text: string) => void): void {
    session.setDisplayMediaRequestHandler((request, answer) => {
      const refuse = (reason: string): void => {
        onFailed(reason);
        // An answer without a video source is Electron's way to refuse; it throws for the caller's benefit alone.
        answer({});
      };
      if (!isOwnOrigin(request.securityOrigin)) {
        refuse(`screen capture asked by ${request.securityOrigin}`);
        return;
      }
      listSources({ width: 0, height: 0 }).then(
        (sources) => {
          const wanted = this.#armedId;
          const screens = sources.filter((source) => source.id.startsWith('screen:'));
          const source = wanted === undefined ? screens[0] : sources.find(({ id }) => id === wanted);
          if (source === undefined)
            refuse(wanted === undefined ? 'there is no screen' : 'the chosen window is gone');
          else answer({ video: source });
        },
        (error: unknown) => refuse(String(error)),
      );
    });
  }
}

async function listSources(thumbnailSize: Electron.Size): Promise<readonly Electron.DesktopCapturerSource[]> {
  try {
    return await desktopCapturer.getSources({ types: ['screen', 'window'], thumbnailSize });
  } catch (error) {
    throw new AppError('capture/no-screen', { message: 'the screens could not be listed' }, error);
  }
}
