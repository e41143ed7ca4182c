import { Avatar } from '#foundations/accounts/ui/index.ts';
export const Queue = Avatar;
