// Door of the command runner.
export { defineCommand, type Call, type Command, type Context, type Outcome } from './define.ts';
export { run, runWithin } from './run.ts';
