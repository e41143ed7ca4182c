// What a sign-off binds, and who may give one.
import { expect, test } from 'vitest';
import { canonicalText, maySignOff, mayRefuseSignOff, type SignedText, standingOf } from './sign-off.ts';

const validator = { kind: 'person', id: 'v', roles: ['validator'] } as const;
const text: SignedText = {
	locale: 'ar',
	title: 'ماء',
	summary: '',
	body: '<p>نص</p>',
	shared: { creditName: null, creditUrl: null, imageFile: 'f', imageAlt: 'x' },
};

test('no two texts read alike, wherever their words are cut', () => {
	const other = { ...text, title: 'ما', summary: 'ء' };
	expect(canonicalText(text).split('\n').slice(0, 3)).toEqual(['2:ar', '6:ماء', '0:']);
	expect(canonicalText(other)).not.toBe(canonicalText(text));
	expect(canonicalText({ ...text, shared: { ...text.shared, creditName: '' } })).not.toBe(canonicalText(text));
});

test.each([
	['a validator, what somebody else proposed', validator, 'proposed', 'a', undefined, undefined],
	['a validator, an own text', validator, 'proposed', 'v', 'sign_off.own_text', 'sign_off.own_text'],
	['a validator, a draft', validator, 'draft', 'a', 'work.wrong_state', 'work.wrong_state'],
	['a validator, what is public', validator, 'published', 'a', undefined, 'work.wrong_state'],
	['an editor', { ...validator, roles: ['editor'] }, 'proposed', 'a', 'access.denied', 'access.denied'],
	['a guest', { kind: 'guest', id: null, roles: [] }, 'proposed', null, 'access.denied', 'access.denied'],
] as const)('signs and refuses: %s', (_case, actor, state, authorId, signs, refuses) => {
	expect(maySignOff(actor, { state, authorId })?.code).toBe(signs);
	expect(mayRefuseSignOff(actor, { state, authorId })?.code).toBe(refuses);
});

test.each([
	['nothing was signed', [], 'none'],
	['this text was', [{ outcome: 'signed', hash: 'now' }], 'signed'],
	['an earlier text was', [{ outcome: 'signed', hash: 'then' }], 'changed'],
	['an earlier text was refused', [{ outcome: 'refused', hash: 'then' }], 'none'],
	[
		'this text was refused after it was signed',
		[
			{ outcome: 'refused', hash: 'now' },
			{ outcome: 'signed', hash: 'now' },
		],
		'refused',
	],
	[
		'an earlier text, then this one again',
		[
			{ outcome: 'signed', hash: 'then' },
			{ outcome: 'signed', hash: 'now' },
		],
		'signed',
	],
] as const)('%s', (_case, signOffs, standing) => {
	expect(standingOf(signOffs, 'now')).toBe(standing);
});
