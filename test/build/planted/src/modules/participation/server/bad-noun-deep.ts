// expect boundaries(dependencies): participation itself passes by a noun's door
import { surveys } from '../surveys/server/store.ts';
export const y = surveys;
