export const personKey = 'key';
