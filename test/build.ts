// Builders: a story names what matters, the rest is invented.
import { sql } from 'kysely';
import type { Actor } from '#platform/actor.ts';
import { anonymous } from '#platform/actor.ts';
import { newId } from '#platform/ids.ts';
import type { Refusal } from '#platform/refusal.ts';
import { isRefused } from '#platform/refusal.ts';
import { factsChannel } from '#platform/server/activity/index.ts';
import { type Call, type Command, run } from '#platform/server/commands/index.ts';
import { addPerson, hashPassword } from '#foundations/accounts/server/index.ts';
import { spaceCreated } from '#foundations/spaces/facts.ts';
import type { Role } from '#foundations/spaces/index.ts';
import { addRole, insertSpace, spaceFields } from '#foundations/spaces/server/index.ts';
import { saveRule } from '#engines/moderation/server/index.ts';
import { saveProcess, submitProposal } from '#modules/participation/server/index.ts';
import { draftWork, publishVersion } from '#modules/publishing/server/index.ts';
import { wallTimeOf } from '#platform/time.ts';
import type { z } from 'zod';
import type { TestInstallation } from './installation.ts';

let count = 0;

/** A sentence unlike any other, so that screening sees no repetition. */
export const sentence = (words = 14): string =>
	Array.from(
		{ length: words },
		() =>
			Math.random()
				.toString(36)
				.replace(/[^a-z]/g, '')
				.slice(0, 6) || 'eau',
	).join(' ');

export function builders(test: Pick<TestInstallation, 'db' | 'clock'>) {
	const { db } = test;
	const invented: { root?: string } = {};

	async function aSpace(
		given: {
			kind?: string;
			parentId?: string | null;
			name?: string;
			guests?: boolean;
			address?: string;
			holdNewGuests?: boolean;
		} = {},
	): Promise<string> {
		const name = given.name ?? `Espace ${++count}`;
		const parentId = given.parentId === undefined ? await root() : given.parentId;
		const guests = given.guests ?? true;
		const fields = spaceFields.parse({
			texts: { ar: { name: `فضاء ${count}`, description: '' }, fr: { name, description: 'Un espace.' } },
			languages: ['ar', 'fr'],
			hue: 200,
			secondHue: 40,
			logoFile: null,
			territoryId: null,
			guestsComment: guests,
			guestsSupport: guests,
			guestsPropose: guests,
			holdNewGuests: given.holdNewGuests ?? false,
		});
		return db.transaction().execute(async (tx) => {
			const id = await insertSpace(tx, {
				parentId,
				kind: given.kind ?? 'medium',
				address: given.address ?? `espace-${++count}`,
				fields,
				now: test.clock(),
			});
			// Other processes keep the tree of spaces until a fact says that it changed.
			await sql`select pg_notify(${factsChannel}, ${JSON.stringify([[id, spaceCreated.type, id, 'public']])})`.execute(
				tx,
			);
			return id;
		});
	}

	async function root(): Promise<string> {
		invented.root ??=
			(await db.selectFrom('space').select('id').where('parent_id', 'is', null).executeTakeFirst())?.id ??
			(await aSpace({ kind: 'portal', parentId: null, name: 'Réseau', address: 'portal' }));
		return invented.root;
	}

	/** A person who holds roles in a space, as the actor they are there. */
	async function aPerson(
		roles: readonly Role[] = [],
		spaceId?: string,
		given: { name?: string; email?: string; locale?: string; password?: string } = {},
	): Promise<Actor & { id: string }> {
		const n = ++count;
		const id = await db.transaction().execute(async (tx) => {
			const personId = await addPerson(tx, {
				name: given.name ?? `Personne ${n}`,
				email: given.email ?? `personne-${n}-${Math.random().toString(36).slice(2)}@example.org`,
				locale: given.locale ?? 'fr',
				password: given.password === undefined ? null : await hashPassword(given.password),
				now: test.clock(),
			});
			for (const role of roles)
				await addRole(tx, { spaceId: spaceId ?? (await root()), personId, role, by: null, now: test.clock() });
			return personId;
		});
		return { kind: 'person', id, roles };
	}

	const call = (actor: Actor, spaceId: string | null, more: Partial<Call> = {}): Call => ({
		actor,
		spaceId,
		now: test.clock(),
		locale: 'fr',
		...more,
	});

	/** Runs a command as somebody in a space. */
	const act = <Schema extends z.ZodType, Loaded, Result>(
		command: Command<Schema, Loaded, Result>,
		actor: Actor,
		spaceId: string | null,
		input: unknown,
		more: Partial<Call> = {},
	): Promise<Result> => run(db, command, call(actor, spaceId, more), input);

	/** A published work in a space, by an invented editor. */
	async function aWork(
		spaceId: string,
		given: { title?: string; body?: string; locale?: string; author?: Actor } = {},
	): Promise<{ workId: string; versionId: string }> {
		const author = given.author ?? (await aPerson(['editor'], spaceId));
		const work = await act(draftWork, author, spaceId, {
			locale: given.locale ?? 'fr',
			title: given.title ?? `Une histoire ${++count}`,
			summary: 'En deux mots.',
			body: given.body ?? '<p>Le texte.</p>',
		});
		await act(publishVersion, { kind: 'system', id: null, roles: [] }, spaceId, { versionId: work.versionId });
		return work;
	}

	/** A process whose phase for proposals runs now. */
	async function aProcess(spaceId: string): Promise<string> {
		const officer = await aPerson(['officer'], spaceId);
		const day = 86_400_000;
		const wall = (offset: number) => wallTimeOf(new Date(test.clock().getTime() + offset * day), 'Africa/Casablanca');
		const { id } = await act(saveProcess, officer, spaceId, {
			address: `processus-${++count}`,
			state: 'published',
			texts: { fr: { title: 'Programme d’action', description: '' } },
			phases: [
				{ kind: 'proposals', startsWall: wall(-5), endsWall: wall(20) },
				{ kind: 'answers', startsWall: wall(-5), endsWall: wall(80) },
			],
		});
		return id;
	}

	async function aProposal(
		spaceId: string,
		given: { processId?: string; author?: Actor; title?: string; text?: string } = {},
	) {
		const processId = given.processId ?? (await aProcess(spaceId));
		return act(submitProposal, given.author ?? anonymous, spaceId, {
			processId,
			locale: 'fr',
			title: given.title ?? `Proposition ${++count} ${sentence(4)}`,
			text: given.text ?? `Voici pourquoi : ${sentence()}.`,
		});
	}

	async function aRule(spaceId: string, moderator: Actor): Promise<string> {
		const { id } = await act(saveRule, moderator, spaceId, {
			number: 1,
			texts: {
				fr: { title: 'Respect', text: 'Pas d’insultes.', template: 'Votre message contient une insulte.' },
				ar: { title: 'الاحترام', text: 'لا للشتائم.', template: 'تتضمن المساهمة شتيمة.' },
			},
		});
		return id;
	}

	return { aSpace, aPerson, aWork, aProcess, aProposal, aRule, act, call, root, newId };
}

/** The refusal of something that must be refused. */
export async function refusalFrom(work: Promise<unknown>): Promise<Refusal> {
	try {
		await work;
	} catch (error) {
		if (isRefused(error)) return error.refusal;
		throw error;
	}
	throw new Error('nothing was refused');
}
