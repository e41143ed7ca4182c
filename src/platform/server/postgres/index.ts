// Door: the embedded PostgreSQL server of a data folder, and the lock of the application that uses it.
export { ensureServer, type Connection, type Server, type ServerOptions } from './ensure.ts';
export { databaseHealth, type DatabaseHealth, type HealthOptions } from './health.ts';
export { lockApp, type AppLock } from './lock.ts';
export { ServerRefused, type ServerRefusal } from './refused.ts';
