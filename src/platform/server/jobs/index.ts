// Door of the job queue.
export { anyJob, defineJob, prepareJobs, startJobs, type Job, type Jobs } from './jobs.ts';
