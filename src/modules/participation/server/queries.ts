// What the API tells of participation.
import { z } from 'zod';
import { idField } from '#platform/fields.ts';
import { cursorAfter, cursorField, placeOf } from '#platform/keyset.ts';
import { defineQuery } from '#platform/server/queries.ts';
import { placeAt, placeShape, placeView, readSpace } from '#foundations/spaces/server/index.ts';
import { dayOf } from '#platform/time.ts';
import { commitmentStatuses, overdueDays } from '../commitments/index.ts';
import type { Process } from '../processes/index.ts';
import { listCommitments } from '../commitments/server/index.ts';
import { processByAddress, listProcesses } from '../processes/server/index.ts';
import { listLateAnswers, listProposals, type ProposalView, showProposal } from '../proposals/server/index.ts';

const texts = z.record(z.string(), z.object({ title: z.string(), description: z.string() }));
const process = z.object({
	id: z.string(),
	address: z.string(),
	zone: z.string(),
	texts,
	phases: z.array(
		z.object({
			kind: z.string(),
			titles: z.record(z.string(), z.string()),
			startsWall: z.string(),
			endsWall: z.string(),
		}),
	),
});
const stage = z.object({ key: z.string(), state: z.string(), day: z.string().nullable(), lateDays: z.number() });
const words = z.record(z.string(), z.string());
const answer = z.object({
	outcome: z.string(),
	reasons: words,
	at: z.string(),
	revisions: z.array(z.object({ was: words, because: words, at: z.string() })),
});
const terms = z.object({
	owners: words,
	budget: z.number().nullable(),
	currency: z.string().nullable(),
	dueOn: z.string(),
});
const proposal = z.object({
	id: z.string(),
	processId: z.string(),
	number: z.number(),
	locale: z.string(),
	title: z.string(),
	text: z.string(),
	place: z.string().nullable(),
	territory: placeShape.nullable(),
	supports: z.number(),
	contributions: z.number(),
	createdAt: z.string(),
	editedAt: z.string().nullable(),
	/** Entered by a facilitator for somebody without network. */
	assisted: z.boolean(),
	answer: answer.nullable(),
	stages: z.array(stage),
});
const commitment = z.object({
	id: z.string(),
	proposalId: z.string(),
	owners: z.record(z.string(), z.string()),
	budget: z.number().nullable(),
	currency: z.string().nullable(),
	dueOn: z.string(),
	status: z.string(),
	lateDays: z.number(),
	progress: z.array(z.object({ status: z.string(), notes: z.record(z.string(), z.string()), at: z.string() })),
	revisions: z.array(z.object({ was: terms, became: terms, because: words, at: z.string() })),
});
const dated = <T extends { at: Date }>(items: readonly T[]) =>
	items.map((item) => ({ ...item, at: item.at.toISOString() }));
const plain = (view: ProposalView) => ({
	id: view.id,
	processId: view.processId,
	number: view.number,
	locale: view.locale,
	title: view.title,
	text: view.text,
	place: view.place,
	territory: placeView(view.territory),
	supports: view.supports,
	contributions: view.contributions,
	createdAt: view.createdAt.toISOString(),
	editedAt: view.editedAt?.toISOString() ?? null,
	assisted: view.assisted,
	stages: view.stages,
	answer: view.answer && {
		...view.answer,
		at: view.answer.at.toISOString(),
		revisions: dated(view.answer.revisions),
	},
});

const plainProcess = ({ id, address, zone, texts: words, phases }: Process) => ({
	id,
	address,
	zone,
	texts: words,
	phases: phases.map(({ kind, titles, startsWall, endsWall }) => ({ kind, titles, startsWall, endsWall })),
});
const lateAnswer = z.object({
	id: z.string(),
	number: z.number(),
	title: z.string(),
	locale: z.string(),
	process: z.string().describe('Address of the process.'),
	dueOn: z.string(),
	lateDays: z.number(),
});

export const participationQueries = [
	defineQuery({
		name: 'participation.listProcesses',
		about: 'Published participation processes of a space with their phases.',
		path: '/spaces/{space}/processes',
		input: z.object({}),
		output: z.object({ items: z.array(process) }),
		async run({ db, spaceId }) {
			const items = await listProcesses(db, spaceId!, false);
			return {
				items: items.map(plainProcess),
			};
		},
	}),
	defineQuery({
		name: 'participation.showProcess',
		about: 'One published participation process by its address, with its phases.',
		path: '/spaces/{space}/processes/{process}',
		input: z.object({ process: z.string().min(1).max(120) }),
		output: process,
		async run({ db, spaceId, input }) {
			const found = await processByAddress(db, spaceId!, input.process, false);
			return found && plainProcess(found);
		},
	}),
	defineQuery({
		name: 'participation.listLateAnswers',
		about:
			'Published proposals of a space that should have had their answer, the longest awaited first, and how many there are.',
		path: '/spaces/{space}/late-answers',
		input: z.object({ limit: z.coerce.number().int().min(1).max(100).default(50) }),
		output: z.object({ items: z.array(lateAnswer), total: z.number() }),
		async run({ db, input, spaceId, now }) {
			const space = await readSpace(db, spaceId!);
			if (!space) return null;
			const { items, total } = await listLateAnswers(db, [space], now, input.limit);
			return {
				items: items.map(({ id, number, title, locale, process: address, dueOn, lateDays }) => ({
					id,
					number,
					title,
					locale,
					process: address,
					dueOn,
					lateDays,
				})),
				total,
			};
		},
	}),
	defineQuery({
		name: 'participation.listProposals',
		about:
			'Published proposals of a space, newest first, with answer and chain; of one territory and all below it, when one is named.',
		path: '/spaces/{space}/proposals',
		input: z.object({
			process: idField.optional(),
			territory: z.string().max(60).optional().describe('Id of a territory, or country and code: MA-05.081.'),
			cursor: cursorField,
			limit: z.coerce.number().int().min(1).max(100).default(20),
		}),
		output: z.object({ items: z.array(proposal), next: z.string().nullable() }),
		async run({ db, input, spaceId, now }) {
			const space = await readSpace(db, spaceId!);
			if (!space) return null;
			const place = input.territory ? await placeAt(db, input.territory) : null;
			if (input.territory && !place) return { items: [], next: null };
			const reader = { kind: 'guest', id: null, roles: [] } as const;
			const views = await listProposals(
				db,
				space,
				reader,
				{
					processId: input.process,
					territoryId: place?.id,
					limit: input.limit + 1,
					after: input.cursor ? placeOf(input.cursor) : null,
				},
				now,
			);
			const items = views.slice(0, input.limit);
			const last = views.length > input.limit ? items.at(-1)! : null;
			return { items: items.map(plain), next: last && cursorAfter({ at: last.createdAt, id: last.id }) };
		},
	}),
	defineQuery({
		name: 'participation.showProposal',
		about: 'One published proposal.',
		path: '/spaces/{space}/proposals/{proposal}',
		input: z.object({ proposal: idField }),
		output: proposal,
		async run({ db, input, spaceId, actor, now }) {
			const space = await readSpace(db, spaceId!);
			const view = space && (await showProposal(db, space, actor, { id: input.proposal }, now));
			return view ? plain(view) : null;
		},
	}),
	defineQuery({
		name: 'participation.listCommitments',
		about:
			'Commitments of a space, the next due first, with their progress: all, those of one status, or those that are late.',
		path: '/spaces/{space}/commitments',
		input: z.object({
			status: z.enum(commitmentStatuses).optional(),
			late: z.enum(['true', 'false']).optional().describe('true: only those open after their due day.'),
			cursor: cursorField,
			limit: z.coerce.number().int().min(1).max(100).default(100),
		}),
		output: z.object({ items: z.array(commitment), next: z.string().nullable() }),
		async run({ db, input, spaceId, now }) {
			const space = await readSpace(db, spaceId!);
			if (!space) return null;
			const today = dayOf(now, space.zone);
			const place = input.cursor ? placeOf(input.cursor) : null;
			const views = await listCommitments(db, space.id, {
				status: input.status,
				lateOn: input.late === 'true' ? today : null,
				after: place && { dueOn: place.at.toISOString().slice(0, 10), id: place.id },
				limit: input.limit + 1,
			});
			const shown = views.slice(0, input.limit);
			const last = views.length > input.limit ? shown.at(-1)! : null;
			return {
				items: shown.map((view) => ({
					id: view.id,
					proposalId: view.proposalId,
					owners: view.owners,
					budget: view.budget,
					currency: view.currency,
					dueOn: view.dueOn,
					status: view.status,
					lateDays: overdueDays(view, today),
					progress: dated(view.progress),
					revisions: dated(view.revisions),
				})),
				next: last && cursorAfter({ at: new Date(last.dueOn), id: last.id }),
			};
		},
	}),
];
