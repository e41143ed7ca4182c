// Door of the command runner.
export { defineCommand, type Call, type Command, type Context, type Outcome } from './define.ts';
export { refusalOf } from './refusal-of-issues.ts';
export { forgetAnswers, run, runWithin } from './run.ts';
