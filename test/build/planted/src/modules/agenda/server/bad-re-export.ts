// expect boundaries(dependencies): re-exporting is importing
export { works } from '#modules/publishing/server/store.ts';
