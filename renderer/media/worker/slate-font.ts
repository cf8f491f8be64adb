/** The window's font in the worker, which has none of the page's: for the slate alone. Scripts that the font lacks are drawn in the system's. */
// oxlint-disable-next-line import/default -- the bundler makes them
import cyrillic from '@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2?url';
// oxlint-disable-next-line import/default -- as above
import latin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
// oxlint-disable-next-line import/default -- as above
import latinExtended from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?url';
import { SLATE_FAMILY } from '../sources/slate-frames.ts';

/** File -> the characters that are looked for there first; what a later file has comes before. */
const files = [
  [latin, 'U+0-206F'],
  [latinExtended, 'U+100-2BA'],
  [cyrillic, 'U+400-45F'],
] as const;

export class SlateFont {
  /** Settles when the font is there, or can't be: the system's is drawn then. Absent afterwards. */
  loading: Promise<void> | undefined;

  /** @param text whose letters are loaded. */
  constructor(text: string) {
    // The declarations know the set of a document alone.
    const { fonts } = self as unknown as { readonly fonts: FontFaceSet };
    for (const [file, unicodeRange] of files)
      fonts.add(new FontFace(SLATE_FAMILY, `url(${file})`, { unicodeRange, weight: '100 900' }));
    const ended = (): void => {
      this.loading = undefined;
    };
    this.loading = fonts.load(`600 16px "${SLATE_FAMILY}"`, text).then(ended, ended);
  }
}
