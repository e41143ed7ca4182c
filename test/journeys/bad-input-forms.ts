// Every form of the application with one right filling of it and a person who may send it.
import { anonymous, type Actor } from '#platform/actor.ts';
import type { Db } from '#platform/server/db.ts';
import { wallTimeOf } from '#platform/time.ts';
import { makeToken, openSession } from '#foundations/accounts/server/index.ts';
import { roles, type Role } from '#foundations/spaces/index.ts';
import { invite } from '#foundations/spaces/server/index.ts';
import { contribute } from '#engines/conversation/server/index.ts';
import { flagSubject } from '#engines/moderation/server/index.ts';
import { answerProposal } from '#modules/participation/server/index.ts';
import { draftWork, proposeVersion } from '#modules/publishing/server/index.ts';
import { builders } from '#test/build.ts';
import { attach } from '#test/world.ts';

export interface Form {
	name: string;
	/** Below the language: `/s/…`. */
	page: string;
	action: string | null;
	cookie: string | null;
	/** A filling that is refused for nothing. */
	values: Record<string, string>;
	/** Fields of free text, which must come back after a refusal. */
	texts: readonly string[];
	/** Fields that must not be empty. */
	required: readonly string[];
	/** Never written back. */
	secret?: readonly string[];
	/** Sent with a file: pictures, feeds, lists. */
	file?: string;
}

export interface Doors {
	forms: Form[];
	db: Db;
	medium: string;
	workPage: string;
	newProposal: string;
	contribution: string;
	token: string;
	enter: (...held: Role[]) => Promise<string>;
	close: () => Promise<void>;
}

/** Two spaces with a thing for every form. Each form has its own sender, so that no limit is met. */
export async function openDoors(url: string, dataDir: string): Promise<Doors> {
	const installation = await attach(url, dataDir);
	const { db } = installation;
	const build = builders(installation);
	const tag = Math.random().toString(36).slice(2, 8).replace(/^\d/, 'a');
	const medium = `saisie-${tag}`;
	const commune = `mairie-${tag}`;
	const portal = await build.root();
	const mediumId = await build.aSpace({ address: medium, name: 'Radio de la saisie' });
	const communeId = await build.aSpace({ kind: 'commune', address: commune, name: 'Commune de la saisie' });
	const person = async (role: Role | null, spaceId: string): Promise<Actor & { id: string }> =>
		build.aPerson(role ? [role] : [], spaceId);
	const cookie = async ({ id }: { id: string }) => (await openSession(id, 'test')).split(';')[0]!;
	const as = async (role: Role | null, spaceId = mediumId) => cookie(await person(role, spaceId));

	const shown = await build.aWork(mediumId, { title: `Saisie ${tag}` });
	const { slug } = await db
		.selectFrom('work_version')
		.select('slug')
		.where('id', '=', shown.versionId)
		.executeTakeFirstOrThrow();
	const producer = await person('producer', mediumId);
	const drafted = await build.act(draftWork, producer, mediumId, {
		locale: 'fr',
		title: 'Brouillon à relire',
		summary: '',
		body: '<p>Un texte en cours.</p>',
	});
	await build.act(proposeVersion, producer, mediumId, { versionId: drafted.versionId });
	const { v } = await db
		.selectFrom('work_version')
		.select('v')
		.where('id', '=', drafted.versionId)
		.executeTakeFirstOrThrow();
	const say = (text: string) =>
		build.act(contribute, anonymous, mediumId, { subjectId: shown.workId, locale: 'fr', text });
	const said = await say('Une parole à laquelle on répond ici.');
	const flagged = await say('Une parole signalée par une personne qui passe.');
	await build.act(flagSubject, anonymous, mediumId, { kind: 'contribution', id: flagged.id, reason: 'other' });
	const { id: caseId } = await db
		.selectFrom('moderation_case')
		.select('id')
		.where('subject_id', '=', flagged.id)
		.executeTakeFirstOrThrow();
	const ruleId = await build.aRule(mediumId, await person('moderator', mediumId));
	const processId = await build.aProcess(communeId);
	const { address: process } = await db
		.selectFrom('process')
		.select('address')
		.where('id', '=', processId)
		.executeTakeFirstOrThrow();
	const asked = await build.aProposal(communeId, { processId });
	const accepted = await build.aProposal(communeId, { processId });
	const { commitmentId } = await build.act(answerProposal, await person('officer', communeId), communeId, {
		proposalId: accepted.id,
		outcome: 'accepted',
		reasons: { fr: 'Acceptée, nous le ferons.' },
		owners: { fr: 'Voirie' },
		dueOn: new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10),
	});
	const { token } = await build.act(makeToken, await person('coordinator', mediumId), mediumId, { name: 'essai' });

	// Tells the running pages that spaces have changed: what was made above was written behind their back.
	await build.act(invite, await person('admin', portal), portal, { role: 'producer', email: '' });
	const desk = `/desk/s/${medium}`;
	const workPage = `/s/${medium}/w/${slug}`;
	const newProposal = `/s/${commune}/p/${process}/new`;
	const email = () => `saisie-${Math.random().toString(36).slice(2)}@example.org`;
	const wall = (days: number) => wallTimeOf(new Date(Date.now() + days * 86_400_000), 'Africa/Casablanca');
	const article = { title: 'Un titre gardé', summary: 'Un chapeau gardé', body: 'Un corps gardé', format: 'light' };
	const credit = { creditName: 'Une agence gardée', creditUrl: 'https://example.org/garde' };
	const written = ['title', 'summary', 'body', 'creditName', 'creditUrl'];
	const form = async (
		name: string,
		page: string,
		values: Record<string, string>,
		more: Partial<Form> & { by?: Promise<string> } = {},
	): Promise<Form> => {
		const { by, ...rest } = more;
		const texts = rest.texts ?? Object.keys(values);
		return { name, page, action: null, values, texts, required: texts, ...rest, cookie: by ? await by : null };
	};
	const forms = await Promise.all([
		form(
			'contribution',
			workPage,
			{ text: 'Une parole gardée', name: 'Nadia' },
			{ action: 'contribute', required: ['text'] },
		),
		form(
			'reply',
			workPage,
			{ text: 'Une réponse gardée', name: 'Nadia' },
			{ action: `contribute&reply=${said.id}`, required: ['text'] },
		),
		form(
			'proposal',
			newProposal,
			{ title: 'Un titre gardé', text: 'Un texte gardé, assez long.', place: 'Douar gardé', name: 'Nadia' },
			{ required: ['title', 'text'] },
		),
		form(
			'assisted proposal',
			`/desk/s/${commune}/assisted`,
			{
				processId,
				title: 'Un titre dicté',
				text: 'Un texte dicté, assez long.',
				place: 'Douar dicté',
				name: 'Lalla Rahma',
				agreed: 'on',
			},
			{
				by: as('facilitator', communeId),
				texts: ['title', 'text', 'place', 'name'],
				required: ['title', 'text', 'agreed'],
			},
		),
		form(
			'reply of the space',
			`${desk}/conversation`,
			{ subjectId: shown.workId, parentId: said.id, text: 'Une réponse de la radio' },
			{ action: `reply&to=${said.id}`, by: as('community_manager'), texts: ['text'], required: ['text'] },
		),
		form(
			'flag',
			`/flag/contribution/${said.id}`,
			{ reason: 'other', text: 'Une raison gardée' },
			{ texts: ['text'], required: ['reason'] },
		),
		form('receipt', `/r/${said.receipt}`, { text: 'Une parole corrigée et gardée' }, { action: 'edit' }),
		form(
			'sign-in',
			'/sign-in',
			{ email: email(), password: 'correct horse' },
			{ action: 'password', secret: ['password'] },
		),
		form('magic link', '/sign-in', { email: email() }, { action: 'link' }),
		form('new password, asked', '/sign-in/new-password', { email: email() }, { action: 'ask' }),
		form(
			'new password, set',
			'/sign-in/new-password',
			{ password: 'correct horse battery' },
			{ action: 'set&token=faux', secret: ['password'] },
		),
		form(
			'sign-up',
			'/sign-up',
			{ name: 'Nadia gardée', email: email(), locale: 'fr' },
			{ texts: ['name', 'email'], required: ['name', 'email', 'locale'] },
		),
		form(
			'address confirmed',
			'/sign-in/confirm?token=faux',
			{ password: 'correct horse battery' },
			{ secret: ['password'] },
		),
		form(
			'profile',
			'/account',
			{ name: 'Nadia gardée', locale: 'fr' },
			{ action: 'profile', by: as(null), texts: ['name'], required: ['name', 'locale'] },
		),
		form('token', '/account', { name: 'Un jeton gardé' }, { action: 'token', by: as(null) }),
		form('erase', '/account', { confirmation: 'pas mon adresse' }, { action: 'erase', by: as(null) }),
		form(
			'work, new',
			`${desk}/works/new`,
			{ locale: 'fr', ...article, ...credit },
			{ by: as('producer'), texts: written, required: ['title'], file: 'picture' },
		),
		form(
			'work, saved',
			`${desk}/works/${drafted.workId}`,
			{ versionId: drafted.versionId, v: String(v), language: 'fr', ...article, ...credit },
			{ action: 'save', by: as('editor'), texts: written, required: ['title'], file: 'picture' },
		),
		form(
			'work, returned',
			`${desk}/works/${drafted.workId}`,
			{ versionId: drafted.versionId, v: String(v), language: 'fr', move: 'return', reason: 'Une raison gardée' },
			{ action: 'move', by: as('editor'), texts: ['reason'] },
		),
		form(
			'work, scheduled',
			`${desk}/works/${drafted.workId}`,
			{ versionId: drafted.versionId, v: String(v), language: 'fr', move: 'schedule', wall: 'demain' },
			{ action: 'move', by: as('editor'), texts: [], required: ['wall'] },
		),
		form(
			'work, another language',
			`${desk}/works/${drafted.workId}`,
			{ locale: 'ar', ...article },
			{ action: 'add', by: as('editor'), texts: ['title', 'summary', 'body'], required: ['title'] },
		),
		form(
			'decision',
			`${desk}/moderation/${caseId}`,
			{ outcome: 'refuse', ruleId, sentence: 'Une phrase gardée pour l’auteur.' },
			{ action: 'decide', by: as('moderator'), texts: ['sentence'], required: ['ruleId', 'sentence'] },
		),
		form(
			'rule',
			`${desk}/rules`,
			{
				languages: 'ar fr',
				'texts.fr.title': 'Respect gardé',
				'texts.fr.text': 'Un texte de règle gardé.',
				'texts.fr.template': 'Une phrase type gardée.',
			},
			{ action: 'save&number=1', by: as('moderator'), texts: ['texts.fr.title', 'texts.fr.text', 'texts.fr.template'] },
		),
		form(
			'watched words',
			`${desk}/rules`,
			{ words: 'mot gardé' },
			{ action: 'words', by: as('moderator'), required: [] },
		),
		form(
			'process',
			`/desk/s/${commune}/processes/new`,
			{
				v: '0',
				address: 'adresse-gardee',
				state: 'draft',
				'texts.fr.title': 'Un processus gardé',
				'texts.fr.description': 'Une description gardée',
				'phases.0.kind': 'proposals',
				'phases.0.startsWall': wall(1),
				'phases.0.endsWall': wall(9),
			},
			{
				action: 'save',
				by: as('officer', communeId),
				texts: ['address', 'texts.fr.title', 'texts.fr.description'],
				required: ['address', 'texts.fr.title'],
			},
		),
		form(
			'answer',
			`/desk/s/${commune}/proposals/${asked.id}`,
			{
				outcome: 'accepted',
				'reasons.fr': 'Des raisons gardées.',
				'owners.fr': 'Voirie gardée',
				budget: '1200',
				dueOn: wall(40).slice(0, 10),
			},
			{
				action: 'answer',
				by: as('officer', communeId),
				texts: ['reasons.fr', 'owners.fr'],
				required: ['outcome', 'reasons.fr', 'owners.fr', 'dueOn'],
			},
		),
		form(
			'progress',
			`/desk/s/${commune}/commitments/${commitmentId}`,
			{ status: 'under_way', 'notes.fr': 'Une note gardée.' },
			{ action: 'progress', by: as('officer', communeId), texts: ['notes.fr'], required: ['status'] },
		),
		form(
			'revision',
			`/desk/s/${commune}/commitments/${commitmentId}`,
			{ dueOn: wall(90).slice(0, 10), 'owners.fr': 'Voirie tenue', 'because.fr': 'Une raison tenue.' },
			{
				action: 'revise',
				by: as('officer', communeId),
				texts: ['owners.fr', 'because.fr'],
				required: ['dueOn', 'owners.fr', 'because.fr'],
			},
		),
		form(
			'invitation',
			`${desk}/members`,
			{ role: roles[0], email: email() },
			{ action: 'invite', by: as('coordinator'), texts: ['email'], required: ['role'] },
		),
		form(
			'settings',
			`${desk}/settings`,
			{
				v: '1',
				languages: 'fr',
				'texts.fr.name': 'Radio gardée',
				'texts.fr.description': 'Une description gardée',
				hue: '200',
				chroma: 'high',
				secondHue: '40',
				zone: 'Africa/Casablanca',
				region: 'MA',
				answerDays: '40',
				territoryCode: '',
				colour: '',
			},
			{
				by: as('coordinator'),
				texts: ['texts.fr.name', 'texts.fr.description', 'colour', 'territoryCode'],
				required: ['texts.fr.name', 'zone', 'answerDays'],
				file: 'logo',
			},
		),
		form(
			'space, new',
			`/desk/s/portal-of-test/spaces/new`,
			{
				kind: 'medium',
				address: `a-${tag}`,
				languages: 'fr',
				'texts.fr.name': 'Radio gardée',
				'texts.fr.description': 'Gardée',
			},
			{
				by: as('admin', portal),
				texts: ['address', 'texts.fr.name', 'texts.fr.description'],
				required: ['kind', 'address', 'texts.fr.name'],
			},
		),
		form(
			'feed address',
			`${desk}/feeds`,
			{ address: 'http://127.0.0.1:1/garde' },
			{ action: 'address', by: as('editor') },
		),
		form('feed file', `${desk}/feeds`, {}, { action: 'file', by: as('editor'), file: 'file' }),
		form('territories', '/desk/territories', {}, { action: 'import', by: as('admin', portal), file: 'file' }),
	]);
	const { address: portalAddress } = await db
		.selectFrom('space')
		.select('address')
		.where('id', '=', portal)
		.executeTakeFirstOrThrow();
	const isThere = async (): Promise<boolean> => (await fetch(`${url}/fr${workPage}`)).ok;
	for (let waited = 0; waited < 10_000 && !(await isThere()); waited += 50)
		await new Promise((resolve) => setTimeout(resolve, 50));
	for (const each of forms) each.page = each.page.replace('portal-of-test', portalAddress);
	return {
		forms,
		db,
		medium,
		workPage,
		newProposal,
		contribution: said.id,
		token,
		enter: async (...held) => cookie(await build.aPerson(held, mediumId)),
		close: () => installation.stop(),
	};
}
