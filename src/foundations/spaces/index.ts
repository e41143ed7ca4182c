// Door of spaces for pure code: kinds, roles, addresses.
export * from './role.ts';
export * from './space.ts';
