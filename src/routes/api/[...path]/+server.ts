// Everything below /api, answered by src/app/api.
import { answerApi } from '#app/api.ts';
import { fullAddressOf } from '#app/client.ts';
import type { RequestHandler } from './$types';

const answer: RequestHandler = (event) => answerApi(event.request, fullAddressOf(event));

export const GET = answer;
export const HEAD = answer;
export const POST = answer;
export const PUT = answer;
export const PATCH = answer;
export const DELETE = answer;
export const OPTIONS = answer;
