// Door of moderation for pure code.
export { undoMinutes } from './policy.ts';
export { flagReasons, type FlagReason } from './flag-reason.ts';
