// expect typescript(no-explicit-any): any
export const y = (x: any): unknown => x;
