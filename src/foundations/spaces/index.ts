// Door of spaces for pure code: kinds, roles, addresses.
export * from './one-per-role.ts';
export * from './role.ts';
export * from './space.ts';
