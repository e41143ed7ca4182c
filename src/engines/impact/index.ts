// Door of impact for pure code: the indicators of the report.
export { type IndicatorDefinition, median, reportIndicators, share } from './indicator.ts';
