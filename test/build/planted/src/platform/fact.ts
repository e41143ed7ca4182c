export const fact = 'fact';
export type Fact = typeof fact;
