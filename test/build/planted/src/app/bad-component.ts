// expect boundaries(dependencies): the application, which Node runs unbuilt, imports components
import { WorkCard } from '#modules/publishing/ui/index.ts';
export const y = WorkCard;
