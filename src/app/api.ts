// Door of the API for routes: its answers, and its documentation as a page shows it.
export { answerApi } from './api/app.ts';
export { documentationOf, type Documented, keptOutActs } from './api/documentation.ts';
