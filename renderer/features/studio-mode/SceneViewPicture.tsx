/** A moving picture of a scene or of the program, made by the worker while the page is seen. The picture is drawn past React. */
import { useEffect, useRef } from 'react';
import type { SceneLayer } from '../../../shared/studio/scene-layers.ts';
import type { ViewFormat } from '../../media/canvas/views/view-content.ts';
import { useServices } from '../../state/services.ts';
import css from './StudioMode.module.css';

export interface SceneViewPictureProps {
  readonly label: string;
  /** Undefined for the program. */
  readonly layers: readonly SceneLayer[] | undefined;
  /** One object for as long as the picture is there; undefined for the program. */
  readonly format: ViewFormat | undefined;
  readonly testId?: string;
}

export function SceneViewPicture({ label, layers, format, testId }: SceneViewPictureProps) {
  const { capture } = useServices();
  const container = useRef<HTMLDivElement>(null);
  const show = useRef<() => void>(undefined);
  const newest = useRef(layers);
  newest.current = layers;
  useEffect(() => {
    const parent = container.current;
    if (parent === null) return undefined;
    const { ownerDocument } = parent;
    const view = capture.openSceneView(format, ownerDocument);
    parent.append(view.element);
    // An element that was taken out of the page stands still.
    void view.element.play().catch(() => undefined);
    const showNewest = () => view.show(newest.current, ownerDocument.visibilityState === 'visible');
    show.current = showNewest;
    ownerDocument.addEventListener('visibilitychange', showNewest);
    showNewest();
    return () => {
      ownerDocument.removeEventListener('visibilitychange', showNewest);
      show.current = undefined;
      view.close();
    };
  }, [capture, format]);
  useEffect(() => show.current?.(), [layers]);
  return (
    <div ref={container} className={css['picture']} role="img" aria-label={label} data-testid={testId} />
  );
}
