// The reasons a reader may flag something for; message keys `flag.<reason>`.
export const flagReasons = ['insult', 'hate', 'threat', 'private', 'spam', 'false', 'other'] as const;
export type FlagReason = (typeof flagReasons)[number];
