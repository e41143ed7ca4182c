// Who is expected to open what, written by hand and apart from src/app/access.ts: the test compares the two through HTTP.
import type { Role } from '#foundations/spaces/index.ts';

/** Objects of one medium and one commune, for the addresses. */
export interface World {
	medium: string;
	commune: string;
	work: string;
	slug: string;
	withdrawnSlug: string;
	short: string;
	process: string;
	number: string;
	proposal: string;
	withdrawnNumber: string;
	caseId: string;
	contribution: string;
	withdrawnContribution: string;
	commitment: string;
	receipt: string;
	invitation: string;
	file: string;
	otherDraft: string;
}

export interface Entry {
	path: (world: World) => string;
	/** Roles in the space that may; 'all' everybody; 'person' whoever is signed in. */
	may: 'all' | 'person' | readonly Role[];
	/** What those who may are answered (default 200). */
	answer?: number;
	/** Which space the roles are held in: the medium (default), the commune, or the root. */
	at?: 'medium' | 'commune' | 'root';
	/** Only posted to, never opened. */
	postOnly?: boolean;
}

const write: readonly Role[] = ['producer', 'editor', 'coordinator', 'admin'];
const review: readonly Role[] = ['editor', 'coordinator', 'admin'];
const moderate: readonly Role[] = ['moderator', 'coordinator', 'admin'];
const answer: readonly Role[] = ['officer', 'coordinator', 'admin'];
const manage: readonly Role[] = ['coordinator', 'admin'];
const everyRole: readonly Role[] = [
	'producer',
	'editor',
	'validator',
	'moderator',
	'officer',
	'analyst',
	'community_manager',
	'facilitator',
	'coordinator',
	'admin',
];
const figures: readonly Role[] = everyRole.filter((role) => role !== 'producer' && role !== 'validator');

const open = (path: Entry['path'], more: Partial<Entry> = {}): Entry => ({ path, may: 'all', ...more });
const own = (path: Entry['path'], more: Partial<Entry> = {}): Entry => ({ path, may: 'person', ...more });
const desk = (rest: string, may: readonly Role[], more: Partial<Entry> = {}): Entry => ({
	path: ({ medium }) => `/fr/desk/s/${medium}${rest}`,
	may,
	...more,
});
const commune = (rest: (world: World) => string): Entry => ({
	path: (world) => `/fr/desk/s/${world.commune}${rest(world)}`,
	may: answer,
	at: 'commune',
});
const root = (path: string): Entry => ({ path: () => path, may: ['admin'], at: 'root' });

export const expected: Readonly<Record<string, Entry>> = {
	'/': open(() => '/', { answer: 303 }),
	'/setup': open(() => '/setup', { may: [], at: 'root' }),
	'/sitemap.xml': open(() => '/sitemap.xml'),
	'/robots.txt': open(() => '/robots.txt'),
	'/events': open(({ work }) => `/events?subject=${work}`),
	'/w/[short]': open(({ short }) => `/w/${short}`, { answer: 302 }),
	'/files/[file]': open(({ file }) => `/files/${file}`),
	'/api/[...path]': open(() => '/api/v1/spaces'),
	'/[locale=locale]': open(() => '/fr'),
	'/[locale=locale]/feed.xml': open(() => '/fr/feed.xml'),
	'/[locale=locale]/feed.json': open(() => '/fr/feed.json'),
	'/[locale=locale]/search': open(() => '/fr/search?q=eau'),
	'/[locale=locale]/about': open(() => '/fr/about'),
	'/[locale=locale]/design': open(() => '/fr/design'),
	'/[locale=locale]/api': open(() => '/fr/api'),
	'/[locale=locale]/kept': open(() => '/fr/kept'),
	'/[locale=locale]/participate': open(() => '/fr/participate'),
	'/[locale=locale]/place/[place]': open(() => '/fr/place/MA-05.081'),
	'/[locale=locale]/c/[id]': open(({ contribution }) => `/fr/c/${contribution}`, { answer: 302 }),
	'/[locale=locale]/r/[token]': open(({ receipt }) => `/fr/r/${receipt}`),
	'/[locale=locale]/flag/[kind]/[id]': open(({ contribution }) => `/fr/flag/contribution/${contribution}`),
	'/[locale=locale]/invite/[token]': open(({ invitation }) => `/fr/invite/${invitation}`),
	'/[locale=locale]/sign-in': open(() => '/fr/sign-in'),
	'/[locale=locale]/sign-in/link': open(() => '/fr/sign-in/link?token=x'),
	'/[locale=locale]/sign-in/confirm': open(() => '/fr/sign-in/confirm?token=x'),
	'/[locale=locale]/sign-in/new-password': open(() => '/fr/sign-in/new-password'),
	'/[locale=locale]/sign-up': open(() => '/fr/sign-up'),
	'/[locale=locale]/s': open(() => '/fr/s'),
	'/[locale=locale]/s/[space]': open(({ medium }) => `/fr/s/${medium}`),
	'/[locale=locale]/s/[space]/feed.xml': open(({ medium }) => `/fr/s/${medium}/feed.xml`),
	'/[locale=locale]/s/[space]/feed.json': open(({ medium }) => `/fr/s/${medium}/feed.json`),
	'/[locale=locale]/s/[space]/rules': open(({ medium }) => `/fr/s/${medium}/rules`),
	'/[locale=locale]/s/[space]/kept': open((world) => `/fr/s/${world.commune}/kept`),
	'/[locale=locale]/s/[space]/place/[place]': open(() => '/fr/s/radio-tizi/place/MA-05.081'),
	'/[locale=locale]/s/[space]/w/[slug]': open(({ medium, slug }) => `/fr/s/${medium}/w/${slug}`),
	'/[locale=locale]/s/[space]/participate': open((world) => `/fr/s/${world.commune}/participate`),
	'/[locale=locale]/s/[space]/p/[process]': open((world) => `/fr/s/${world.commune}/p/${world.process}`),
	'/[locale=locale]/s/[space]/p/[process]/new': open((world) => `/fr/s/${world.commune}/p/${world.process}/new`),
	'/[locale=locale]/s/[space]/p/[process]/[number]': open(
		(world) => `/fr/s/${world.commune}/p/${world.process}/${world.number}`,
	),
	'/[locale=locale]/account': own(() => '/fr/account'),
	'/[locale=locale]/account/contributions': own(() => '/fr/account/contributions'),
	'/[locale=locale]/account/notices': own(() => '/fr/account/notices'),
	'/[locale=locale]/account/export': own(() => '/fr/account/export'),
	'/[locale=locale]/desk': own(() => '/fr/desk'),
	'/[locale=locale]/desk/s/[space]': desk('', everyRole),
	'/[locale=locale]/desk/s/[space]/works': desk('/works', [...write, 'validator']),
	'/[locale=locale]/desk/s/[space]/works/new': desk('/works/new', write),
	'/[locale=locale]/desk/s/[space]/works/[work]': {
		path: ({ medium, work }) => `/fr/desk/s/${medium}/works/${work}`,
		may: [...write, 'validator'],
	},
	'/[locale=locale]/desk/s/[space]/works/[work]/discard': {
		path: ({ medium, work }) => `/fr/desk/s/${medium}/works/${work}/discard`,
		may: write,
	},
	'/[locale=locale]/desk/s/[space]/images': desk('/images', write, { postOnly: true }),
	'/[locale=locale]/desk/s/[space]/feeds': desk('/feeds', review),
	'/[locale=locale]/desk/s/[space]/conversation': desk('/conversation', ['community_manager', 'coordinator', 'admin']),
	'/[locale=locale]/desk/s/[space]/assisted': desk('/assisted', ['facilitator', 'coordinator', 'admin']),
	'/[locale=locale]/desk/s/[space]/moderation': desk('/moderation', moderate),
	'/[locale=locale]/desk/s/[space]/moderation/[case]': {
		path: ({ medium, caseId }) => `/fr/desk/s/${medium}/moderation/${caseId}`,
		may: moderate,
	},
	'/[locale=locale]/desk/s/[space]/moderation/decisions': desk('/moderation/decisions', moderate),
	'/[locale=locale]/desk/s/[space]/rules': desk('/rules', moderate),
	'/[locale=locale]/desk/s/[space]/processes': commune(() => '/processes'),
	'/[locale=locale]/desk/s/[space]/processes/[process]': commune(() => '/processes/new'),
	'/[locale=locale]/desk/s/[space]/proposals': commune(() => '/proposals'),
	'/[locale=locale]/desk/s/[space]/proposals/[proposal]': commune(({ proposal }) => `/proposals/${proposal}`),
	'/[locale=locale]/desk/s/[space]/commitments/[commitment]': commune(({ commitment }) => `/commitments/${commitment}`),
	'/[locale=locale]/desk/s/[space]/report': desk('/report', figures),
	'/[locale=locale]/desk/s/[space]/report/[indicator]': desk('/report/contributions', figures),
	'/[locale=locale]/desk/s/[space]/report/file.[format]': desk('/report/file.csv', figures),
	'/[locale=locale]/desk/s/[space]/members': desk('/members', manage),
	'/[locale=locale]/desk/s/[space]/settings': desk('/settings', manage),
	'/[locale=locale]/desk/s/[space]/spaces/new': desk('/spaces/new', ['admin']),
	'/[locale=locale]/desk/log': root('/fr/desk/log'),
	'/[locale=locale]/desk/health': root('/fr/desk/health'),
	'/[locale=locale]/desk/mail': root('/fr/desk/mail'),
	'/[locale=locale]/desk/territories': root('/fr/desk/territories'),
};
