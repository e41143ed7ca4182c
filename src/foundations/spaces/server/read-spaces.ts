// Reads spaces: all of them at once (an installation has tens, not thousands), kept until a fact about one arrives.
import type { Locale } from '#platform/i18n/index.ts';
import type { Db, Tx } from '#platform/server/db.ts';
import { installation } from '#platform/server/installation.ts';
import type { Space, SpaceKind } from '../space.ts';
import './schema.ts';

export interface SpaceTree {
	root: Space | null;
	all: readonly Space[];
	byId: ReadonlyMap<string, Space>;
	byAddress: ReadonlyMap<string, Space>;
}

async function load(db: Db | Tx): Promise<SpaceTree> {
	const rows = await db.selectFrom('space').selectAll().orderBy('created_at').orderBy('id').execute();
	const texts = await db.selectFrom('space_text').selectAll().execute();
	const all = rows.map((row): Space => ({
		id: row.id,
		parentId: row.parent_id,
		kind: row.kind as SpaceKind,
		address: row.address,
		hue: row.hue,
		chroma: row.chroma,
		secondHue: row.second_hue,
		logoFile: row.logo_file,
		languages: row.languages as Locale[],
		zone: row.zone,
		region: row.region,
		territoryId: row.territory_id,
		guestsComment: row.guests_comment,
		guestsSupport: row.guests_support,
		guestsPropose: row.guests_propose,
		holdNewGuests: row.hold_new_guests,
		signOffRequired: row.sign_off_required,
		answerDays: row.answer_days,
		texts: Object.fromEntries(
			texts
				.filter((text) => text.space_id === row.id)
				.map(({ locale, name, description }) => [locale, { name, description }]),
		),
		v: row.v,
	}));
	return {
		root: all.find((space) => space.parentId === null) ?? null,
		all,
		byId: new Map(all.map((space) => [space.id, space])),
		byAddress: new Map(all.map((space) => [space.address, space])),
	};
}

const kept: { for?: object; tree?: Promise<SpaceTree> | undefined } = {};

/** The tree of spaces as pages may show it: from memory while the process hears every fact, else from the database. */
export function spaceTree(): Promise<SpaceTree> {
	const running = installation();
	if (kept.for !== running) {
		kept.for = running;
		kept.tree = undefined;
		running.listener.onNews((news) => {
			if (news.some((fact) => fact.type.startsWith('spaces.'))) kept.tree = undefined;
		});
		running.listener.onGap(() => (kept.tree = undefined));
	}
	if (!running.listener.hearing) return load(running.db);
	if (!kept.tree) {
		const loading = load(running.db);
		kept.tree = loading;
		loading.catch(() => (kept.tree = undefined));
	}
	return kept.tree;
}

/** After an act of this process: its next page shows what was saved, without waiting to hear of it. */
export function forgetSpaceTree(): void {
	kept.tree = undefined;
}

/** The tree as this transaction sees it; commands use this one. */
export const readSpaceTree = (tx: Db | Tx): Promise<SpaceTree> => load(tx);

export async function readSpace(tx: Db | Tx, id: string): Promise<Space | null> {
	return (await load(tx)).byId.get(id) ?? null;
}

/** A space and those above it, as ids, the nearest first. */
export function withAncestors(tree: SpaceTree, id: string): string[] {
	const found: string[] = [];
	for (let at = tree.byId.get(id); at; at = at.parentId ? tree.byId.get(at.parentId) : undefined) found.push(at.id);
	return found;
}

/** A space with everything below it, as ids. */
export function withDescendants(tree: SpaceTree, id: string): string[] {
	const found = [id];
	for (let i = 0; i < found.length; i++)
		for (const space of tree.all) if (space.parentId === found[i]) found.push(space.id);
	return found;
}
