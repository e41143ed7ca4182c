// expect boundaries(dependencies): a controller reaches into a neighbour
import { card } from '../../publishing/ui/card.svelte.ts';
export const y = card;
