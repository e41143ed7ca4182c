// Roles a person holds in a space, and what flows down the tree of spaces.
export const roles = [
	'producer',
	'editor',
	'validator',
	'moderator',
	'community_manager',
	'facilitator',
	'officer',
	'analyst',
	'coordinator',
	'admin',
] as const;
export type Role = (typeof roles)[number];

/** Roles that also count in every space below the one they are held in. */
export const inherited: readonly Role[] = ['coordinator', 'admin'];

/** Who may do what kind of staff work; commands name these groups, never lists of their own. */
export const may = {
	write: ['producer', 'editor', 'coordinator', 'admin'],
	review: ['editor', 'coordinator', 'admin'],
	sign_off: ['validator', 'coordinator', 'admin'],
	moderate: ['moderator', 'coordinator', 'admin'],
	/** In the name of the space. */
	speak: ['community_manager', 'coordinator', 'admin'],
	/** Enters for somebody without network. */
	assist: ['facilitator', 'coordinator', 'admin'],
	answer: ['officer', 'coordinator', 'admin'],
	read_figures: [
		'analyst',
		'officer',
		'editor',
		'community_manager',
		'facilitator',
		'moderator',
		'coordinator',
		'admin',
	],
	/** Compares a report with its rows. */
	check: ['analyst', 'coordinator', 'admin'],
	manage: ['coordinator', 'admin'],
	administer: ['admin'],
} as const satisfies Record<string, readonly Role[]>;
