// expect boundaries(dependencies): a noun reaches into another noun
import { surveys } from '../../surveys/server/store.ts';
export const y = surveys;
