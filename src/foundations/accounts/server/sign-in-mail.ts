// The three letters of signing in: confirm the address, the one-time link, a new password.
import { installation } from '#platform/server/installation.ts';
import { postLetter } from '#platform/server/mail/index.ts';
import { type Locale, locales, translatorFor } from '#platform/i18n/index.ts';

const pages = { verify: 'sign-in/confirm', magic: 'sign-in/link', reset: 'sign-in/new-password' } as const;
const subjects = { verify: 'mail.verify.subject', magic: 'mail.magic.subject', reset: 'mail.reset.subject' } as const;
const bodies = { verify: 'mail.verify.body', magic: 'mail.magic.body', reset: 'mail.reset.body' } as const;

/** How long each link serves, in seconds. */
export const linkSeconds = { verify: 3_600, magic: 900, reset: 3_600 } as const;

/** Writes the letter in the person's language; an address without an account gets none. `next` is where the reader was going. */
export async function sendSignInMail(
	kind: keyof typeof pages,
	to: { email: string },
	token: string,
	next: string | null = null,
): Promise<void> {
	const { db, config, clock } = installation();
	const person = await db
		.selectFrom('person')
		.select(['id', 'name', 'locale'])
		.where('email', '=', to.email)
		.executeTakeFirst();
	if (!person) return;
	const locale = locales.find((known) => known === person.locale) ?? ('fr' satisfies Locale);
	const t = translatorFor(locale);
	const onward = next && next !== '/' ? `&next=${encodeURIComponent(next)}` : '';
	const link = `${config.origin}/${locale}/${pages[kind]}?token=${encodeURIComponent(token)}${onward}`;
	const now = clock();
	await db.transaction().execute((tx) =>
		postLetter(
			tx,
			{
				personId: person.id,
				address: to.email,
				locale,
				subject: t(subjects[kind]),
				body: `${t(bodies[kind], { name: person.name })}\n\n${link}\n`,
				secret: { text: link, until: new Date(now.getTime() + linkSeconds[kind] * 1_000) },
			},
			now,
		),
	);
}
