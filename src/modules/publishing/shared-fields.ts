// The fields all languages of a work share, its credit and its picture: what is stored, what somebody sends and what they had
// seen become one, or a clash.
export interface SharedFields {
	creditName: string | null;
	creditUrl: string | null;
	imageFile: string | null;
	/** Words for those who cannot see the picture; they belong to that picture. */
	imageAlt: string | null;
}

const groups = { credit: ['creditName', 'creditUrl'], picture: ['imageFile', 'imageAlt'] } as const;
export type SharedGroup = keyof typeof groups;

export const noShared: SharedFields = { creditName: null, creditUrl: null, imageFile: null, imageAlt: null };

const line = (text: string | null): string => (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();

/** The groups in which two sets of fields differ, as a reader would tell. */
export const differing = (one: SharedFields, other: SharedFields): SharedGroup[] =>
	(Object.keys(groups) as SharedGroup[]).filter((group) =>
		groups[group].some((name) => line(one[name]) !== line(other[name])),
	);

export interface Merged {
	/** What was sent where it was changed, else what is stored. */
	fields: SharedFields;
	/** What the next form is to call seen: the old value where the sender changed it, so that a clash stays one. */
	seen: SharedFields;
	/** Groups that somebody else has changed since they were seen. */
	changed: SharedGroup[];
	/** Of these, the groups the sender changed too, otherwise. */
	clashes: SharedGroup[];
}

/** Joins what was sent with what is stored; without `seen`, whatever differs is a clash. */
export function mergeShared(stored: SharedFields, sent: SharedFields, seen: SharedFields | null): Merged {
	const touched = differing(sent, seen ?? stored);
	const changed = seen ? differing(stored, seen) : touched;
	const apart = differing(stored, sent);
	const pick = (mine: SharedFields, theirs: SharedFields): SharedFields => {
		const [credit, picture] = [touched.includes('credit') ? mine : theirs, touched.includes('picture') ? mine : theirs];
		const { creditName, creditUrl } = credit;
		return { creditName, creditUrl, imageFile: picture.imageFile, imageAlt: picture.imageAlt };
	};
	return {
		fields: pick(sent, stored),
		seen: pick(seen ?? stored, stored),
		changed,
		clashes: changed.filter((group) => touched.includes(group) && apart.includes(group)),
	};
}

/** Shared fields as a form carries them from page to page; null for anything else. */
export function readShared(text: string): SharedFields | null {
	try {
		const raw = JSON.parse(text) as unknown;
		if (typeof raw !== 'object' || raw === null) return null;
		const of = (name: keyof SharedFields): string | null => {
			const value = (raw as Record<string, unknown>)[name];
			return typeof value === 'string' ? value : null;
		};
		return {
			creditName: of('creditName'),
			creditUrl: of('creditUrl'),
			imageFile: of('imageFile'),
			imageAlt: of('imageAlt'),
		};
	} catch {
		return null;
	}
}

/** The shared fields of a stored work. */
export const sharedOf = (work: {
	credit: { name: string; url: string | null } | null;
	imageFile: string | null;
	imageAlt: string | null;
}): SharedFields => ({
	creditName: work.credit?.name ?? null,
	creditUrl: work.credit?.url ?? null,
	imageFile: work.imageFile,
	imageAlt: work.imageAlt,
});
