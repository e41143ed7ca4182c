// Door of impact for pure code: the indicators of the report and its periods.
export {
	hideSmall,
	type IndicatorDefinition,
	leastPeople,
	median,
	type Part,
	type PublicPart,
	reportIndicators,
	ruleOf,
	share,
} from './indicator.ts';
export {
	type Bucket,
	bucketsOf,
	isMonth,
	lastFullMonth,
	longest,
	monthsAround,
	type Period,
	readPeriod,
} from './period.ts';
