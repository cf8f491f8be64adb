/** The sign of a kind of source. */
import {
  Clapperboard,
  Globe,
  Grid3x3,
  Group,
  Image,
  Images,
  Layers,
  Monitor,
  Square,
  Type,
  Video,
} from 'lucide-react';
import type { VideoInput } from '../../../../shared/studio/inputs.ts';

const icons = {
  camera: Video,
  screen: Monitor,
  pattern: Grid3x3,
  colour: Square,
  image: Image,
  media: Clapperboard,
  slideshow: Images,
  text: Type,
  scene: Layers,
  group: Group,
  page: Globe,
} as const;

export function SourceIcon({ type }: { readonly type: VideoInput['type'] | 'group' }) {
  const Icon = icons[type];
  return <Icon size={16} strokeWidth={1.75} aria-hidden />;
}
