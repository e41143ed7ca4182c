import { surveyClosed } from '../surveys/facts.ts';
import { survey } from '../surveys/index.ts';
import { personKey } from '../person-key.ts';
export const proposal = [surveyClosed, survey, personKey];
