export const surveyClosed = 'participation.survey.closed';
