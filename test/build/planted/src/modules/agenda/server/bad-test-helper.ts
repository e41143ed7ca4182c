// expect boundaries(dependencies): shipped code imports test support
import { build } from '#test/support/build.ts';
export const y = build;
