// expect boundaries(dependencies): a pure file imports its own components
import { WorkCard } from './ui/index.ts';
export const y = WorkCard;
