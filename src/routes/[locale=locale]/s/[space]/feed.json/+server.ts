// The newest works as JSON Feed.
import { feedAnswer } from '#app/feeds.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => feedAnswer(event, 'json');
