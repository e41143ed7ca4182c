// expect boundaries(no-unknown-dependencies): an alias that leads nowhere would pass unchecked
import { gone } from '#modules/publishing/gone.ts';
export const y = gone;
