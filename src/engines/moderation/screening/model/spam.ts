// Two heads on one text: what is spam among others of its language, and what is spam beside all the rest.

/** How the head that learned from the spam texts alone is named: this and its pool. */
export const NEAR = 'spam-';
/** What the head beside all the rest may lack before it is believed against the other. */
const DOUBT = 0.75;

/** The logit of a text of the near head's own pool: both must think it spam, the second one nearly. */
export const bothOf = (near: number, beside: number): number => Math.min(near, beside + DOUBT);
