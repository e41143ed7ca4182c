// Door of the job queue.
export { defineJob, prepareJobs, startJobs, type Job, type Jobs } from './jobs.ts';
