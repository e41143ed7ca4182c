// expect boundaries(dependencies): server code, which Node runs unbuilt, imports a component
import { Button } from '#ui/index.ts';
export const y = Button;
