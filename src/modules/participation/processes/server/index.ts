// Door of processes.
export { listProcesses, listProcessesOf, processByAddress, processById } from './read-processes.ts';
export { saveProcess } from './save-process.ts';
