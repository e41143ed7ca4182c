// expect boundaries(dependencies): a pure file imports the page framework
import { redirect } from '@sveltejs/kit';
export const y = redirect;
