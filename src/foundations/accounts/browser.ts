// A browser's long name for itself, cut down to what a person recognises in a list of sessions.

// Order matters: most browsers also claim to be those below them.
const browsers: readonly (readonly [RegExp, string])[] = [
	[/\bEdgA?\//, 'Edge'],
	[/\bOPR\//, 'Opera'],
	[/\bSamsungBrowser\//, 'Samsung Internet'],
	[/\b(?:Firefox|FxiOS)\//, 'Firefox'],
	[/(?:Chrome|CriOS)\//, 'Chrome'],
	[/\bSafari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
	[/Android/, 'Android'],
	[/iPhone|iPad/, 'iOS'],
	[/Windows/, 'Windows'],
	[/Mac OS X/, 'macOS'],
	[/CrOS/, 'ChromeOS'],
	[/Linux/, 'Linux'],
];
const named = (list: typeof browsers, text: string) => list.find(([pattern]) => pattern.test(text))?.[1];

/** "Firefox · Android"; the beginning of an unknown one; null when it gave no name. */
export function browserName(userAgent: string | null): string | null {
	if (!userAgent) return null;
	const known = [named(browsers, userAgent), named(systems, userAgent)].filter(Boolean);
	return known.length > 0 ? known.join(' · ') : userAgent.slice(0, 40);
}
