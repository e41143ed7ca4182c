// Door of publishing for pure code: states, moves, addresses.
export * from './work.ts';
export * from './shared-fields.ts';
export * from './sign-off.ts';
export { articleOf, sameArticle, toLight } from './light-markup.ts';
