// Door of the command runner.
export { defineCommand, type Call, type Command, type Context, type Given, type Outcome } from './define.ts';
export { inspect } from './inspect.ts';
export { refusalOf } from './refusal-of-issues.ts';
export { forgetAnswers, run, runWithin } from './run.ts';
