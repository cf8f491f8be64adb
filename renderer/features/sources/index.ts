/** What the window uses of the sources. */
export { frameAfter } from './group-frame.ts';
export { itemCommands, ungroupAll } from './item-commands.ts';
export { placeOf } from './item-place.ts';
export { itemMenu } from './list/item-menu.ts';
export { screenInput } from './new-sources.ts';
export { ScreenPicker } from './ScreenPicker.tsx';
export { itemSize } from './source-size.ts';
export { SourcePanel } from './SourcePanel.tsx';
