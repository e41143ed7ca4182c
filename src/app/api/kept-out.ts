// Acts that only pages offer, each with the reason the documentation gives. A test holds this table complete.

export type WhyNot =
	/** A person's own account and its keys: a token that was stolen must not make others or lock anybody out. */
	| 'account'
	/** Who may do what, and by which rules: decided by somebody who sees the whole screen. */
	| 'settings'
	/** Feeds of others: every reading sends requests out of the house. */
	| 'feeds';

export const keptOut: Readonly<Record<string, WhyNot>> = {
	'accounts.changeProfile': 'account',
	'accounts.makeToken': 'account',
	'accounts.revokeToken': 'account',
	'accounts.erasePerson': 'account',
	'notifications.readNotices': 'account',
	'spaces.acceptInvitation': 'account',
	'spaces.setUp': 'settings',
	'spaces.createSpace': 'settings',
	'spaces.changeSpace': 'settings',
	'spaces.invite': 'settings',
	'spaces.withdrawInvitation': 'settings',
	'spaces.takeRole': 'settings',
	'spaces.importTerritories': 'settings',
	'notifications.sendLetterAgain': 'settings',
	'moderation.saveRule': 'settings',
	'moderation.retireRule': 'settings',
	'moderation.saveScreening': 'settings',
	'moderation.saveWatchedWords': 'settings',
	'publishing.importFeed': 'feeds',
	'publishing.noteFeedError': 'feeds',
	'publishing.pauseFeed': 'feeds',
	'publishing.resumeFeed': 'feeds',
	'publishing.removeFeed': 'feeds',
};
