// Door of moderation for pure code.
export type { Because } from './because.ts';
export { deedOf } from './deed.ts';
export { type ScreeningSetting } from './screening-setting.ts';
export { undoMinutes } from './policy.ts';
export { flagReasons, type FlagReason } from './flag-reason.ts';
