// expect boundaries(no-unknown-dependencies): a path that leads nowhere would pass unchecked
import { gone } from './gone.ts';
export const y = gone;
