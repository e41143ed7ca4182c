// Door: one archive out of an installation, and into an empty one.
export { backup, type BackupOptions } from './backup.ts';
export { restore, type RestoreOptions } from './restore.ts';
export { verifyArchive } from './verify.ts';
export { type BackupRefusal } from './refused.ts';
export type { Manifest } from './manifest.ts';
