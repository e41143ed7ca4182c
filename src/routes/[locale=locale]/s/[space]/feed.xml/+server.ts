// The newest works as RSS 2.0.
import { feedAnswer } from '#app/feeds.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => feedAnswer(event, 'xml');
