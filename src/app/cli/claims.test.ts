// The command that matches claims, on lines good and bad.
import { expect, test } from 'vitest';
import { answerTo, readClaims } from './claims.ts';

async function* bytes(...lines: string[]): AsyncGenerator<Uint8Array> {
	yield new TextEncoder().encode(lines.join('\n'));
}
const answered = (index: Awaited<ReturnType<typeof readClaims>>, line: string): unknown =>
	JSON.parse(answerTo(index, line));

test('reads claims of one wording, of several and over several lines, and says which lines are none', async () => {
	const passedOver: number[] = [];
	const index = await readClaims(
		bytes(
			'\ufeff{"id":1,"text":"Le barrage est fissuré"}',
			'oops',
			'{"id":"b","text":null,"texts":["bread doubles","le pain double"]}',
			'{"id":"x","texts":null}',
			'',
			'{"id":1,"text":"السد متشقق"}',
		),
		(line) => passedOver.push(line),
	);
	expect(passedOver).toEqual([2, 4]);
	expect(answered(index, '{"id":"q","text":"barrage fissuré, attention !"}')).toMatchObject({
		id: 'q',
		matches: [{ claim: 1, level: 'maybe' }, { claim: 'b' }],
	});
	expect(answered(index, '{"id":7,"text":"تشقق السد"}')).toMatchObject({ id: 7, matches: [{ claim: 1 }] });
	expect(answered(index, '{"text":"zzz"}')).toEqual({ matches: [] });
	expect(answered(index, '{"id":8,"text":"zzz"}')).toEqual({ id: 8, matches: [] });
	expect(answered(index, '{"id":null,"text":"zzz"}')).toEqual({ id: null, matches: [] });
});

test('ids are kept digit for digit, and a number is not the text that looks like it', async () => {
	const passedOver: string[] = [];
	const index = await readClaims(
		bytes(
			'{"id":1234567890123456789,"text":"The old dam is cracked"}',
			'{"user":{"id":5}, "id" : 1234567890123456790,"text":"The new mill is burning"}',
			'{"id":"1","text":"Bread is free on Friday"}',
			'{"id":1,"text":"The well has run dry"}',
			'{"id":2,"text":"!!!"}',
		),
		(line, why) => passedOver.push(`${line}: ${why}`),
	);
	const text = (of: string): string => answerTo(index, `{"id":98765432109876543210,"text":"${of}"}`);
	expect(text('the new mill is burning')).toMatch(
		/^\{"id":98765432109876543210,"matches":\[\{"claim":1234567890123456790,"score"/,
	);
	expect(text('bread is free on friday')).toMatch(/"matches":\[\{"claim":"1",/);
	expect(text('the well has run dry')).toMatch(/"matches":\[\{"claim":1,/);
	expect(passedOver).toEqual(['5: no text in it has a word.']);
	expect(answerTo(index, '{"id":98765432109876543210}')).toMatch(/^\{"id":98765432109876543210,"error"/);
});

test('a line that is no text is answered by an error', async () => {
	const index = await readClaims(bytes('{"id":1,"text":"a b c"}'), () => undefined);
	for (const line of ['{', '3', 'null', '{"id":1}', '{"text":3}'])
		expect(answered(index, line)).toHaveProperty('error');
	expect(answered(index, '{"id":1}')).toHaveProperty('id', 1);
});

test('a text without words has no match, and the same wording twice counts as one', async () => {
	const index = await readClaims(
		bytes(
			'{"id":"dam","text":"The old dam above the town is cracked"}',
			'{"id":"dam","texts":["The old dam above the town is cracked","Le vieux barrage est fissuré"]}',
			'{"id":"links","text":"https://t.co/aB3dE 🎉"}',
			'{"id":"mill","text":"The windmill is on fire"}',
		),
		() => undefined,
	);
	for (const text of ['', '🎉🎉', 'https://t.co/aB3dE', '@', '#'])
		expect(answered(index, JSON.stringify({ id: 1, text }))).toEqual({ id: 1, matches: [] });
	expect(answered(index, '{"id":2,"text":"the old dam above our town has cracked!"}')).toMatchObject({
		matches: [
			{ claim: 'dam', level: 'sure' },
			{ claim: 'mill', level: 'maybe' },
		],
	});
});
