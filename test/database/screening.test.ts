// The gate told as stories: which words, links and repetitions hold a text in a space, in which field, and what a correction changes.
import { beforeEach, expect, test } from 'vitest';
import { anonymous, type Actor } from '#platform/actor.ts';
import { receiptOf } from '#foundations/accounts/server/index.ts';
import { contribute, editContribution } from '#engines/conversation/server/index.ts';
import {
	decideCase,
	flagSubject,
	listCases,
	saveScreening,
	saveWatchedWords,
	showCase,
	showScreening,
} from '#engines/moderation/server/index.ts';
import { editProposal, submitProposal } from '#modules/participation/server/index.ts';
import { builders, refusalFrom, sentence } from '#test/build.ts';
import { testInstallation, type TestInstallation } from '#test/installation.ts';

let installation: TestInstallation;
let build: ReturnType<typeof builders>;
let space: string;
let work: string;
let [moderator, person]: Actor[] = [];

beforeEach(async () => {
	installation ??= await testInstallation();
	build = builders(installation);
	space = await build.aSpace({ kind: 'commune' });
	({ workId: work } = await build.aWork(space));
	moderator = await build.aPerson(['moderator'], space);
	person = await build.aPerson();
});

const say = (text: string, author: Actor = person!, more: { name?: string; device?: string } = {}) =>
	build.act(contribute, author, space, { subjectId: work, locale: 'fr', text, ...more });
const caseOf = async (id: string) =>
	(await listCases(installation.db, space, { limit: 100, locale: 'fr' })).find((open) => open.subjectId === id)!;
const setting = { defaultWords: true, watched: ['connard*'], links: 2, linksFirst: 1, hosts: '' };
const set = (change: Partial<typeof setting>, at = space) =>
	build.act(saveScreening, moderator!, at, { ...setting, ...change });
const words = (own: string) => build.act(saveWatchedWords, moderator!, space, { words: own });
const later = (minutes: number) => installation.at(new Date(installation.clock().getTime() + minutes * 60_000));

test('words of one’s own add to the starting list, which can be switched off, whole or word by word', async () => {
	await words('hmar');
	expect((await say('Quel connard a garé son camion devant l’école ?')).held).toBe(true);
	expect((await say('Un hmar attaché au portail depuis ce matin.')).held).toBe(true);
	await set({ watched: ['salope*'] });
	expect((await say('Ce connard revient chaque dimanche avec sa tronçonneuse.')).held).toBe(false);
	expect((await showScreening(installation.db, space)).exempt).toContain('connard*');
	await set({ defaultWords: false });
	expect((await say('Le même connard, cette fois avec une perceuse.')).held).toBe(false);
	expect((await say('Encore un hmar sur la route de la plage.')).held).toBe(true);
	expect(await refusalFrom(build.act(saveScreening, person!, space, setting)), 'only moderators set it').toMatchObject({
		code: 'access.denied',
	});
});

test('a word that is not watched here is hidden from the model too, the rest of its text is read', async () => {
	expect((await say('Quel connard ce type')).held).toBe(true);
	await set({ watched: ['salope*'] });
	expect((await say('Oh, quel connard, ce maire')).held).toBe(false);
	expect((await say('Sale connard, dégage connard')).held).toBe(true);
	await words('connard*');
	expect((await say('Ces connards de voisins, quel vacarme')).held).toBe(true);
});

test('the same advertisement half an hour and five hours later is held, also without an account', async () => {
	const advertisement = 'Perdez dix kilos en une semaine grâce à la tisane miracle de la montagne, livraison gratuite.';
	for (const [author, more] of [
		[person!, {}],
		[anonymous, { device: 'tablette' }],
	] as const) {
		expect((await say(`${advertisement} ${more.device ?? 'Écrivez-moi vite.'}`, author, more)).held).toBe(false);
		for (const minutes of [30, 270]) {
			later(minutes);
			for (let other = 0; other < 20; other += 1) await say(sentence(), anonymous);
			const again = await say(advertisement, author, more);
			expect(again.held).toBe(true);
			expect((await caseOf(again.id)).because).toMatchObject([{ rule: 'repetition' }]);
		}
		later(25 * 60);
	}
}, 60_000);

test('names and places are read too, and the marks say where', async () => {
	const insulted = await say('Les horaires de la piscine ont changé.', anonymous, { name: 'Connard de maire' });
	expect(insulted.held).toBe(true);
	expect((await caseOf(insulted.id)).because).toEqual([
		{ rule: 'word', detail: 'connard*', span: { start: 0, end: 7 }, field: 'name' },
	]);
	const sold = await say('Merci pour la visite des jardins partagés.', anonymous, { name: 'promo-casino.com' });
	expect((await caseOf(sold.id)).because).toMatchObject([{ rule: 'links', field: 'name' }]);
	const called = await say('La fontaine de la place est de nouveau à sec.', anonymous, { name: 'Ali 0661234567' });
	expect((await caseOf(called.id)).because).toMatchObject([{ rule: 'phone', field: 'name' }]);
	const processId = await build.aProcess(space);
	const proposed = await build.act(submitProposal, person!, space, {
		processId,
		locale: 'fr',
		title: 'Un banc à l’ombre',
		text: 'Il manque un banc à l’ombre près de l’arrêt du bus.',
		place: 'chez ce connard, appelez le 0661234567',
	});
	expect(proposed.held).toBe(true);
	const waiting = await caseOf(proposed.id);
	expect(waiting.because.map(({ rule, field }) => `${rule} ${field}`)).toEqual([
		'word place',
		'doxxing place',
		'phone place',
	]);
	expect(waiting.text.place).toContain('connard');
	// Corrected, the marks that no longer stand go; a place that was clean may become one that is not.
	const proposal = {
		id: proposed.id,
		title: 'Un abri pour l’arrêt du bus',
		text: 'Les collégiens attendent sous la pluie, tout l’hiver.',
	};
	await build.act(editProposal, person!, space, { ...proposal, place: 'devant le souk, 0661234567' });
	expect((await caseOf(proposed.id)).because.map(({ rule, field }) => `${rule} ${field}`)).toEqual(['phone place']);
});

test('links: fewer in a guest’s first text; sites of the network’s spaces do not count', async () => {
	const links = (n: number) => Array.from({ length: n }, (_, i) => `https://ailleurs${i}.example/page`).join(' et ');
	expect((await say(`Deux sources sur l’eau : ${links(2)}`, anonymous)).held).toBe(true);
	expect((await say(`Le programme du festival : ${links(2)}`)).held).toBe(false);
	expect((await say(`Trois recettes de pain : ${links(3)}`)).held).toBe(true);
	await set({ links: 0, linksFirst: 1, hosts: 'https://www.Radio-Atlas.example/direct\nradio-souss.example' });
	expect((await showScreening(installation.db, space)).linksFirst).toBe(0);
	expect((await say('Le journal du soir : https://radio-atlas.example/soir')).held).toBe(false);
	expect((await say(`Une carte des sentiers : ${links(1)}`)).held).toBe(true);
	expect((await say('Notre page ici : https://joussour.example/fr', person!)).held).toBe(true);
	expect((await say(`L’article d’hier du réseau : ${installation.config.origin}/fr/s/x`)).held).toBe(false);
	const sister = await build.aSpace();
	const { workId } = await build.aWork(sister);
	const cited = await build.act(contribute, anonymous, sister, {
		subjectId: workId,
		locale: 'fr',
		text: 'Deux émissions : https://radio-souss.example/a https://radio-atlas.example/b',
	});
	expect(cited.held).toBe(false);
	expect(await refusalFrom(set({ hosts: 'pas un site' }))).toMatchObject({ code: 'screening.not_a_site' });
});

test('a held text that is corrected is marked where it stands now, and flags stay', async () => {
	const said = await say('Un connard, deux connards.', anonymous);
	const author: Actor = {
		kind: 'guest',
		id: (await receiptOf(installation.db, said.receipt!))!.guestId,
		roles: [],
	};
	const edit = (text: string) => build.act(editContribution, author, space, { id: said.id, text });
	const corrected = 'Quelle bande, ce connard !';
	await edit(corrected);
	const { because } = await caseOf(said.id);
	expect(because.filter(({ rule }) => rule === 'word')).toEqual([
		{ rule: 'word', detail: 'connard*', span: { start: 17, end: 24 } },
	]);
	// The model may add words of its own: all of them stand in what is there now.
	for (const { span } of because) expect(corrected.slice(span!.start, span!.end)).toMatch(/^\p{L}+$/u);
	expect((await edit('Quelle bande, ces messieurs.')).held).toBe(true);
	expect((await caseOf(said.id)).because).toEqual([{ rule: 'corrected' }]);
});

test('keeping a public text dismisses its flags: a new case shows only new ones', async () => {
	const said = await say('Le marché couvert ouvrira le lundi.');
	const flag = (reason: string, device: string) =>
		build.act(flagSubject, anonymous, space, { kind: 'contribution', id: said.id, reason, device });
	await flag('false', 'un');
	await build.act(decideCase, moderator!, space, { caseId: (await caseOf(said.id)).id, outcome: 'publish' });
	later(1);
	await flag('spam', 'deux');
	const open = (await showCase(installation.db, space, (await caseOf(said.id)).id, 'fr'))!;
	expect(open.flags.map(({ reason }) => reason)).toEqual(['spam']);
	expect(open.decisions).toMatchObject([{ outcome: 'publish', state_before: 'published' }]);
});
