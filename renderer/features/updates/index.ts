export { Updates } from './Updates.tsx';
