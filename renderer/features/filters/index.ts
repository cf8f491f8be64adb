/** What the window uses of the filters. */
export { FilterSection } from './FilterSection.tsx';
export { FiltersDialog } from './FiltersDialog.tsx';
export { FilterList } from './FilterList.tsx';
export { SliderField } from './fields/SliderField.tsx';
export type { PlainText, Slider } from './fields/slider.ts';
export { filterEdits } from './filter-edits.ts';
export type { CopiedFilters, FilterEdits, NewFilter } from './filter-edits.ts';
