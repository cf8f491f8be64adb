/** What the window uses of the collections. */
export { CollectionMenu } from './CollectionMenu.tsx';
