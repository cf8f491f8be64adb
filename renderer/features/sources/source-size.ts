/** How large a source's picture is, where the window can know. */
import { wallMs } from '../../../shared/clock.ts';
import { groupOf } from '../../../shared/studio/document.ts';
import type { Item, Scene, Source, StudioDocument } from '../../../shared/studio/document-schema.ts';
import { filteredSize } from '../../../shared/studio/filters/filtered-size.ts';
import { frameOn } from '../../../shared/studio/groups/group-frame.ts';
import type { TextInput } from '../../../shared/studio/inputs.ts';
import { filtersOfSource } from '../../../shared/studio/scene-layers.ts';
import type { Size } from '../../../shared/studio/transform.ts';
import { format } from '../../../shared/text/text.ts';
import type { VideoSourceState } from '../../media/capture/capture-state.ts';
import { openCanvas } from '../../media/stills/canvas.ts';
import { clockText, countdownText } from '../../media/stills/text/clock-text.ts';
import { layoutText } from '../../media/stills/text/layout-text.ts';
import { scrollWindow } from '../../media/stills/text/scroll-way.ts';
import { measureWith, setFont } from '../../media/stills/text/text-canvas.ts';

/** @param video what capture says of the source. @param drawn how large the worker drew it last. @param group the group that it shows. */
export function sourceSize(
  input: Source['input'] | undefined,
  video: VideoSourceState | undefined,
  canvas: Size,
  drawn?: Size,
  group?: Scene,
): Size | undefined {
  switch (input?.type) {
    case 'colour':
    case 'slideshow':
    case 'page':
      return { width: input.width, height: input.height };
    case 'scene':
      return group?.group === undefined ? canvas : sizeOf(frameOn(group.group, canvas));
    case 'text':
      // Words of a file are known where they are drawn; typed ones are measured before that.
      return input.content?.type === 'file' && drawn !== undefined ? drawn : textSize(input);
    case 'camera':
    case 'screen':
    case 'pattern':
    case 'image':
    case 'media':
      return video?.width === undefined || video.height === undefined
        ? undefined
        : { width: video.width, height: video.height };
    default:
      return undefined;
  }
}

/** What capture says of a source. */
export interface SeenSource {
  readonly video: VideoSourceState | undefined;
  /** How large the worker drew it last. */
  readonly drawn: Size | undefined;
}

/** How large an item's picture is behind the filters of its source. @param unknown stands for a size that isn't known yet. */
export function itemSize(
  studio: StudioDocument,
  item: Item,
  canvas: Size,
  { video, drawn }: SeenSource,
  unknown?: Size,
): Size | undefined {
  const source = studio.sources.find(({ id }) => id === item.sourceId);
  const size = sourceSize(source?.input, video, canvas, drawn, groupOf(studio, item)) ?? unknown;
  if (size === undefined || source === undefined) return size;
  return filteredSize(size, filtersOfSource(studio, source));
}

function sizeOf({ width, height }: Size): Size {
  return { width, height };
}

let measuring: ReturnType<typeof openCanvas> | undefined;

/** As the worker draws the text. Undefined for a text of nothing. Until a file's words are drawn, the typed ones stand for them. */
function textSize(input: TextInput): Size | undefined {
  measuring ??= openCanvas();
  setFont(measuring, input);
  const { width, height } = layoutText(shownText(input), input, measureWith(measuring));
  if (width === 0) return undefined;
  return input.scroll === undefined ? { width, height } : scrollWindow({ width, height }, input.scroll);
}

function shownText({ text, content }: TextInput): string {
  if (content?.type === 'clock') return clockText(content.format, format.locale, wallMs()).text;
  if (content?.type === 'countdown') return countdownText(content.targetMs, content.over, wallMs()).text;
  return text;
}
