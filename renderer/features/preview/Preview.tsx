/**
 * What viewers get, in exactly the shape of the output, and nothing else on it but what is being edited. The picture is drawn past React.
 */
import { encodingOf } from '../../../shared/studio/document.ts';
import { useEffect, useRef } from 'react';
import type { CSSProperties } from 'react';
import { VideoOff } from 'lucide-react';
import { useCapture, useServices, useSession, useSettings } from '../../state/services.ts';
import { describeError, errorCause, meanwhileAndAction } from '../../../shared/text/error-text.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { AccessButton } from '../access/index.ts';
import { ProgramEditor } from '../canvas-editor/index.ts';
import { EmptyState } from '../../ui/layout/EmptyState.tsx';
import { texts } from '../../../shared/text/text.ts';
import css from './Preview.module.css';

export interface PreviewProps {
  readonly onUsePattern: () => void;
  /** In studio mode the scene in the preview is edited, in a picture of its own. */
  readonly isProgramOnly?: boolean;
}

export function Preview({ onUsePattern, isProgramOnly = false }: PreviewProps) {
  const { capture } = useServices();
  const video = useCapture((state) => state.video);
  const program = useCapture((state) => state.program);
  const isShown = useCapture((state) => state.isPreviewShown);
  const shown = useCapture(({ isAway, isPreviewShown, video: { label } }) =>
    isPreviewShown ? texts.preview.shown(isAway ? texts.away.slate : label) : texts.preview.noVideo,
  );
  const source = useCapture((state) => state.source);
  const isOnAir = useSession((state) => state.snapshot.broadcast.phase !== 'idle');
  const encoding = useSettings(({ studio }) => encodingOf(studio));
  const stage = useRef<HTMLDivElement>(null);
  useEffect(() => (stage.current === null ? undefined : capture.attachPreview(stage.current)), [capture]);
  const shape = { '--ratio': String(encoding.width / encoding.height) } as CSSProperties;
  return (
    <section
      className={css['frame']}
      aria-label={isProgramOnly ? texts.studioMode.program : texts.preview.title}
    >
      <div className={css['shape']} style={shape}>
        <div ref={stage} className={css['picture']} role="img" aria-label={shown} data-testid="preview" />
        {isProgramOnly ? undefined : <ProgramEditor />}
        {program === 'running' ? undefined : (
          <div className={css['over']} data-covers={isShown}>
            <EmptyState icon={<VideoOff size={28} strokeWidth={1.5} aria-hidden />} text={emptyText()}>
              {program === 'starting' ? undefined : (
                <>
                  {video.error === undefined ? undefined : (
                    <p className={css['cause']}>{meanwhileAndAction(describeError(video.error), isOnAir)}</p>
                  )}
                  <div className={css['actions']}>
                    <AccessButton error={video.error} />
                    <Button onClick={() => void capture.openSource(source)}>{texts.preview.tryAgain}</Button>
                    <Button variant="primary" onClick={onUsePattern}>
                      {texts.preview.useTestPattern}
                    </Button>
                  </div>
                </>
              )}
            </EmptyState>
          </div>
        )}
      </div>
    </section>
  );

  function emptyText(): string {
    if (program === 'starting') return texts.preview.starting;
    if (video.error === undefined) return texts.preview.nothingSelected;
    const { title } = describeError(video.error);
    const cause = errorCause(video.error);
    return cause === undefined || title.includes(cause) ? title : `${title} ${cause}`;
  }
}
