// expect boundaries(no-unknown-files): a folder that is no room
export const y = 1;
