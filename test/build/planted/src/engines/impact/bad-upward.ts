// expect boundaries(dependencies): an engine knows a module, if only its facts
import { workPublished } from '#modules/publishing/facts.ts';
export const y = workPublished;
