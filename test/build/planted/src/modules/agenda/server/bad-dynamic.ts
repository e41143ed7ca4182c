// expect boundaries(dependencies): importing later is importing
export const y = await import('#modules/publishing/server/store.ts');
