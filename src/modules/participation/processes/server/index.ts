// Door of processes.
export type { Process } from '../process.ts';
export { listProcesses, listProcessesOf, processByAddress, processById } from './read-processes.ts';
export { saveProcess } from './save-process.ts';
