// expect boundaries(dependencies): re-exporting everything is importing
export * from '#modules/publishing/server/store.ts';
