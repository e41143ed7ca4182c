// Door of processes.
export { listProcesses, processByAddress, processById, processOf, selectProcesses } from './read-processes.ts';
export { saveProcess } from './save-process.ts';
