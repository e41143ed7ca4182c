// expect boundaries(dependencies): a page reaches below the application's root
import { demo } from '#app/seeds/demo.ts';
export const load = () => demo;
