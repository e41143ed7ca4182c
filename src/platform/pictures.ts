// The widths in which stored pictures are served, and what a page says of them. Pure: a copy is made of every width below the picture's own.

/** Pixels: a logo, a phone's list, a phone's page; the picture itself is at most 1280. */
export const copyWidths = [96, 320, 640] as const;

/** The copies a picture of this width has. */
export const widthsBelow = (width: number): number[] => copyWidths.filter((copy) => copy < width);

export interface PictureSources {
	src: string;
	/** Absent for a picture too small to have copies. */
	srcset?: string;
}

/** Addresses of a stored picture for `img`. A picture kept before there were copies answers each with itself. */
export function pictureSources(file: string, width: number): PictureSources {
	const src = `/files/${file}`;
	const copies = widthsBelow(width).filter((copy) => copy > 96);
	if (copies.length === 0) return { src };
	return { src, srcset: [...copies.map((copy) => `${src}?w=${copy} ${copy}w`), `${src} ${width}w`].join(', ') };
}

/** A logo at a size of its own: its smallest copy serves screens of two dots a pixel. */
export const logoSource = (file: string): string => `/files/${file}?w=96`;
