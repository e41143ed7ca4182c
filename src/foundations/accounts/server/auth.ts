// better-auth over our own tables: e-mail with password, and magic link. Roles are ours, not its own.
import { betterAuth } from 'better-auth';
import { magicLink } from 'better-auth/plugins';
import { newId } from '#platform/ids.ts';
import { installation, type Installation } from '#platform/server/installation.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { linkSeconds, sendSignInMail } from './sign-in-mail.ts';
import './schema.ts';

const dates = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;
const hour = 3600;

function make({ config, db, secret }: Installation) {
	return betterAuth({
		baseURL: config.origin,
		basePath: '/auth',
		secret,
		trustedOrigins: [config.origin],
		database: { db, type: 'postgres' },
		telemetry: { enabled: false },
		rateLimit: { enabled: false },
		logger: { level: 'error' },
		advanced: {
			database: { generateId: () => newId() },
			// Sessions keep no address; limits are ours (#platform/server/rate-limit.ts).
			ipAddress: { disableIpTracking: true },
			// False, so that the library puts no prefix of its own before ours; the attribute says secure.
			useSecureCookies: false,
			cookies: {
				session_token: {
					name: sessionCookie(config.secure),
					attributes: { path: '/', secure: config.secure, sameSite: 'lax', httpOnly: true },
				},
			},
			disableCSRFCheck: false,
		},
		user: {
			modelName: 'person',
			fields: { emailVerified: 'email_verified', ...dates },
			additionalFields: { locale: { type: 'string', required: false, defaultValue: 'fr' } },
		},
		session: {
			modelName: 'session',
			fields: {
				userId: 'person_id',
				expiresAt: 'expires_at',
				ipAddress: 'ip_address',
				userAgent: 'user_agent',
				...dates,
			},
			expiresIn: 30 * 24 * hour,
			updateAge: 24 * hour,
		},
		account: {
			modelName: 'credential',
			fields: {
				userId: 'person_id',
				accountId: 'account_id',
				providerId: 'provider_id',
				accessToken: 'access_token',
				refreshToken: 'refresh_token',
				idToken: 'id_token',
				accessTokenExpiresAt: 'access_token_expires_at',
				refreshTokenExpiresAt: 'refresh_token_expires_at',
				...dates,
			},
			accountLinking: { enabled: true, trustedProviders: [] },
		},
		verification: {
			modelName: 'verification',
			fields: { expiresAt: 'expires_at', ...dates },
			storeIdentifier: { default: 'plain', overrides: { 'reset-password': 'hashed' } },
		},
		emailAndPassword: {
			enabled: true,
			requireEmailVerification: true,
			minPasswordLength: 10,
			maxPasswordLength: 200,
			revokeSessionsOnPasswordReset: true,
			password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
			resetPasswordTokenExpiresIn: linkSeconds.reset,
			sendResetPassword: ({ user, token }) => sendSignInMail('reset', user, token),
			// The form answers the same either way; whoever reads the mail comes in, with whatever was set before undone.
			onExistingUserSignUp: async ({ user }) => {
				await auth().api.signInMagicLink({ body: { email: user.email }, headers: new Headers() });
			},
		},
		emailVerification: {
			sendOnSignUp: true,
			expiresIn: linkSeconds.verify,
			autoSignInAfterVerification: true,
			sendVerificationEmail: ({ user, token, url }) =>
				sendSignInMail('verify', user, token, new URL(url).searchParams.get('callbackURL')),
		},
		plugins: [
			magicLink({
				expiresIn: linkSeconds.magic,
				disableSignUp: true,
				storeToken: 'hashed',
				sendMagicLink: ({ email, token, metadata }) =>
					sendSignInMail('magic', { email }, token, typeof metadata?.['next'] === 'string' ? metadata['next'] : null),
			}),
		],
	});
}

type Auth = ReturnType<typeof make>;
const slot: { of?: Installation; auth?: Auth } = {};

/** The name of the cookie of a session. */
export const sessionCookie = (secure: boolean): string => (secure ? '__Host-joussour' : 'joussour');

/** The sign-in library for the running installation, made at first use. */
export function auth(): Auth {
	const running = installation();
	if (slot.of !== running || !slot.auth) Object.assign(slot, { of: running, auth: make(running) });
	return slot.auth!;
}
