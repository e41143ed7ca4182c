// expect typescript(ban-ts-comment): silence without a reason
// @ts-ignore
export const y: number = 'one';
