// Door of processes.
export { listProcesses, processByAddress, processById, type Process } from './read-processes.ts';
export { saveProcess } from './save-process.ts';
