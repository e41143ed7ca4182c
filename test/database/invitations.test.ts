// Invitations: a role goes only to whom it was meant for, once, from somebody who may give it.
import { beforeAll, describe, expect, test } from 'vitest';
import { register } from '#app/sign-in.ts';
import { erasePerson } from '#foundations/accounts/server/index.ts';
import { acceptInvitation, invite, takeRole, withdrawInvitation } from '#foundations/spaces/server/index.ts';
import { builders, refusalFrom } from '#test/build.ts';
import { testInstallation, type TestInstallation } from '#test/installation.ts';

let installation: TestInstallation;
let build: ReturnType<typeof builders>;
let space: string;
let count = 0;
const fresh = (name: string) => `${name}-${++count}@example.org`;

beforeAll(async () => {
	installation = await testInstallation();
	build = builders(installation);
	space = await build.aSpace();
});

describe('an invitation', () => {
	const invitedBy = async (role: string, email: string) =>
		build.act(invite, await build.aPerson(['admin'], space), space, { role, email });
	const unconfirmed = async (email: string) => {
		const person = { name: 'Nouvelle', email, password: 'une phrase assez longue', locale: 'fr' };
		await register({ headers: new Headers(), address: '10.0.0.0' }, person, null);
		const row = await installation.db
			.selectFrom('person')
			.select('id')
			.where('email', '=', email)
			.executeTakeFirstOrThrow();
		return { kind: 'person', id: row.id, roles: [] } as const;
	};

	test('is refused to an address that nobody has confirmed', async () => {
		const email = fresh('invitee');
		const { token } = await invitedBy('editor', email);
		const attempt = build.act(acceptInvitation, await unconfirmed(email), space, { token });
		expect((await refusalFrom(attempt)).code).toBe('sign_in.not_confirmed');
	});

	test('sent to one address is refused to another, confirmed or not', async () => {
		const { token } = await invitedBy('editor', fresh('invitee'));
		const other = await build.aPerson();
		expect((await refusalFrom(build.act(acceptInvitation, other, space, { token }))).code).toBe(
			'invitation.other_address',
		);
	});

	test('serves its owner once, then nobody', async () => {
		const owner = await build.aPerson([], undefined, { email: fresh('invitee') });
		const { email } = await installation.db
			.selectFrom('person')
			.select('email')
			.where('id', '=', owner.id)
			.executeTakeFirstOrThrow();
		const { token } = await invitedBy('editor', email.toUpperCase());
		await build.act(acceptInvitation, owner, space, { token });
		expect((await refusalFrom(build.act(acceptInvitation, owner, space, { token }))).code).toBe('invitation.not_found');
	});

	test('taken back or over its time serves nobody', async () => {
		const admin = await build.aPerson(['admin'], space);
		const guest = await build.aPerson();
		const first = await build.act(invite, admin, space, { role: 'producer' });
		await build.act(withdrawInvitation, admin, space, { id: first.id });
		expect((await refusalFrom(build.act(acceptInvitation, guest, space, { token: first.token }))).code).toBe(
			'invitation.not_found',
		);
		const second = await build.act(invite, admin, space, { role: 'producer' });
		const start = installation.clock();
		installation.at(new Date(start.getTime() + 14 * 86_400_000 + 1));
		const late = refusalFrom(build.act(acceptInvitation, guest, space, { token: second.token }));
		expect((await late).code).toBe('invitation.not_found');
		installation.at(start);
	});

	test('to administer comes only from an administrator, from this space', async () => {
		const coordinator = await build.aPerson(['coordinator'], space);
		expect((await refusalFrom(build.act(invite, coordinator, space, { role: 'admin' }))).code).toBe('access.denied');
		const { id } = await build.act(invite, coordinator, space, { role: 'editor' });
		const elsewhere = await build.aSpace();
		const stranger = await build.aPerson(['admin'], elsewhere);
		expect((await refusalFrom(build.act(withdrawInvitation, stranger, elsewhere, { id }))).code).toBe(
			'invitation.not_found',
		);
	});
});

test('the last administrator of the installation can neither be taken away nor leave', async () => {
	const root = await build.root();
	const admin = await build.aPerson(['admin'], root, { email: fresh('derniere') });
	const { email } = await installation.db
		.selectFrom('person')
		.select('email')
		.where('id', '=', admin.id)
		.executeTakeFirstOrThrow();
	expect((await refusalFrom(build.act(takeRole, admin, root, { personId: admin.id, role: 'admin' }))).code).toBe(
		'role.last_admin',
	);
	expect((await refusalFrom(build.act(erasePerson, admin, root, { confirmation: email }))).code).toBe(
		'role.last_admin',
	);
	await build.aPerson(['admin'], root);
	await build.act(erasePerson, admin, root, { confirmation: email });
});
