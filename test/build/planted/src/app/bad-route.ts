// expect boundaries(dependencies): the application knows a page
import { load } from '../routes/+page.server.ts';
export const y = load;
