// Door of search.
export { type Found, indexText, search, type SearchEntry, unindex } from './search.ts';
