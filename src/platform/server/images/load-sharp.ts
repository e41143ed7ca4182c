// The picture library, loaded at the first picture: it takes 30 MB that most processes never need.
type MakeSharp = typeof import('sharp').default;
let loaded: Promise<MakeSharp> | undefined;

export const loadSharp = (): Promise<MakeSharp> =>
	(loaded ??= import('sharp').then(({ default: sharp }) => {
		sharp.cache(false);
		sharp.concurrency(1);
		return sharp;
	}));
