// Door of impact for pure code: the indicators of the report and its periods.
export { mayCheckReport } from './policy.ts';
export type { Course, Timeliness } from './deadline.ts';
export {
	hideSmall,
	type IndicatorDefinition,
	leastPeople,
	type Part,
	type PublicPart,
	reportIndicators,
} from './indicator.ts';
export { type Bucket, bucketsOf, isMonth, monthsAround, type Period, readPeriod } from './period.ts';
