// Door of the file store.
export { forgetUploader, readStored, saveImage, sizesOf, type StoredFile } from './files.ts';
export { type FilesInUse, forgetUnused, sweepContent } from './unused.ts';
