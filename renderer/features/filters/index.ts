/** What the window uses of the filters. */
export { FilterSection } from './FilterSection.tsx';
export { FiltersDialog } from './FiltersDialog.tsx';
