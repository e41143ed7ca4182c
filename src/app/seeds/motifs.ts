// The drawings of the demonstration: calm geometry on a canvas of 1280 × 800, the same for the same words. Pure.
export interface Palette {
	/** Accent of the space, from light to dark. */
	mist: string;
	pale: string;
	accent: string;
	deep: string;
	night: string;
	/** The space's second colour. */
	second: string;
	/** Warm, whatever the space. */
	sun: string;
	paper: string;
}

/** A number from 0 to 1 for a name, always the same. */
type Dice = (name: string) => number;
type Motif = (palette: Palette, dice: Dice) => string;

const list = (count: number, draw: (at: number) => string): string =>
	Array.from({ length: count }, (_, at) => draw(at)).join('');
const rect = (x: number, y: number, width: number, height: number, fill: string, more = ''): string =>
	`<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`;
const circle = (x: number, y: number, r: number, fill: string): string =>
	`<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;
const path = (d: string, fill: string, more = ''): string => `<path d="${d}" fill="${fill}" ${more}/>`;
const line = (d: string, stroke: string, width: number): string =>
	`<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
const sky = (fill: string): string => rect(0, 0, 1280, 800, fill);

/** A ridge of hills across the canvas, filled to its foot. */
function ridge(base: number, height: number, dice: Dice, name: string, fill: string): string {
	const points = list(6, (at) => {
		const x = at * 256;
		const y = base - height * dice(`${name} ${at}`);
		return `${at === 0 ? 'M' : 'S'}${at === 0 ? `${x} ${y}` : `${x - 128} ${y} ${x} ${y}`} `;
	});
	return path(`${points}V800H0Z`, fill);
}

/** Water in bands that darken towards the viewer. */
const bands = (top: number, { pale, accent, deep }: Palette): string =>
	[pale, accent, deep]
		.map((fill, at) => {
			const y = top + at * ((800 - top) / 3);
			const wave = list(8, (step) => `q80 ${step % 2 ? 22 : -22} 160 0`);
			return path(`M0 ${y}${wave}V800H0Z`, fill);
		})
		.join('');

const peak = (x: number, y: number, wide: number, fill: string, snow: string): string =>
	path(`M${x - wide} 700L${x} ${y}L${x + wide} 700Z`, fill) +
	path(
		`M${x - wide * 0.28} ${y + (700 - y) * 0.28}L${x} ${y}L${x + wide * 0.28} ${y + (700 - y) * 0.28}l${-wide * 0.14} 26l${-wide * 0.14} -26l${-wide * 0.14} 26Z`,
		snow,
	);

const palm = (x: number, y: number, size: number, { deep, night }: Palette): string =>
	line(`M${x} ${y}q${size * 0.1} ${-size * 0.5} 0 ${-size}`, night, size * 0.07) +
	list(7, (at) => {
		const angle = (-180 + at * 30) * (Math.PI / 180);
		const [dx, dy] = [Math.cos(angle) * size * 0.5, Math.sin(angle) * size * 0.3];
		return line(`M${x} ${y - size}q${dx * 0.6} ${dy - size * 0.12} ${dx} ${dy + size * 0.16}`, deep, size * 0.055);
	});

const tree = (x: number, y: number, r: number, { accent, deep, night }: Palette): string =>
	rect(x - r * 0.09, y - r * 0.4, r * 0.18, r * 0.9, night) +
	circle(x, y - r, r * 0.75, deep) +
	circle(x - r * 0.2, y - r * 1.15, r * 0.5, accent);

const house = (x: number, y: number, wide: number, tall: number, wall: string, { night }: Palette): string =>
	rect(x, y - tall, wide, tall, wall) +
	path(
		`M${x + wide * 0.38} ${y}v${-tall * 0.3}a${wide * 0.12} ${wide * 0.12} 0 0 1 ${wide * 0.24} 0v${tall * 0.3}Z`,
		night,
	) +
	rect(x + wide * 0.14, y - tall * 0.76, wide * 0.16, tall * 0.14, night) +
	rect(x + wide * 0.7, y - tall * 0.76, wide * 0.16, tall * 0.14, night);

const village = (foot: number, palette: Palette, dice: Dice): string =>
	list(9, (at) => {
		const tall = 110 + 130 * dice(`house ${at}`);
		return house(
			40 + at * 136,
			foot,
			124,
			tall,
			at % 3 === 1 ? palette.second : at % 2 ? palette.pale : palette.paper,
			palette,
		);
	});

const arcs = (x: number, y: number, stroke: string): string =>
	list(4, (at) => {
		const r = 90 + at * 75;
		const [dx, dy] = [r * 0.71, r * 0.71];
		return (
			line(`M${x + dx} ${y - dy}a${r} ${r} 0 0 1 0 ${dy * 2}`, stroke, 16) +
			line(`M${x - dx} ${y - dy}a${r} ${r} 0 0 0 0 ${dy * 2}`, stroke, 16)
		);
	});

/** An eight-pointed star: two squares, a smaller pair within. */
const star = (x: number, y: number, r: number, outer: string, inner: string): string => {
	const square = (size: number, turn: number, fill: string): string =>
		rect(x - size, y - size, size * 2, size * 2, fill, `transform="rotate(${turn} ${x} ${y})"`);
	return (
		square(r, 0, outer) +
		square(r, 45, outer) +
		square(r * 0.58, 0, inner) +
		square(r * 0.58, 45, inner) +
		circle(x, y, r * 0.26, outer)
	);
};

export const motifs = {
	reservoir: (palette, dice) =>
		sky(palette.mist) +
		circle(250 + 700 * dice('sun'), 190, 78, palette.sun) +
		ridge(420, 190, dice, 'far', palette.pale) +
		ridge(520, 150, dice, 'near', palette.accent) +
		path('M0 520H1280V640H0Z', palette.paper) +
		list(9, (at) => rect(70 + at * 136, 545, 12, 95, palette.deep)) +
		bands(640, palette),
	peaks: (palette, dice) =>
		sky(palette.mist) +
		peak(300 + 80 * dice('a'), 250, 330, palette.pale, palette.paper) +
		peak(980 - 60 * dice('b'), 210, 380, palette.accent, palette.paper) +
		peak(650, 130 + 50 * dice('c'), 400, palette.deep, palette.paper) +
		ridge(690, 70, dice, 'foot', palette.paper) +
		list(26, (at) => circle(1280 * dice(`x${at}`), 620 * dice(`y${at}`), 5 + 5 * dice(`r${at}`), palette.paper)) +
		list(7, (at) => tree(90 + at * 185, 745, 44, palette)),
	sea: (palette, dice) =>
		sky(palette.paper) +
		circle(980, 240, 110, palette.sun) +
		bands(430, palette) +
		list(2, (at) => {
			const [x, y] = [300 + at * 420 + 80 * dice(`boat ${at}`), 520 + at * 70];
			return (
				path(`M${x - 110} ${y}h220q-20 66 -80 66h-60q-60 0 -80 -66Z`, palette.night) +
				path(`M${x} ${y - 14}v-190q120 70 130 190Z`, palette.paper) +
				path(`M${x - 14} ${y - 14}v-140q-80 60 -92 140Z`, palette.sun)
			);
		}),
	surf: (palette, dice) =>
		sky(palette.mist) +
		circle(260, 200, 90, palette.sun) +
		list(5, (at) => {
			const y = 380 + at * 92;
			const wave = list(8, () => 'c60 -80 150 -80 160 0c14 -40 60 -40 80 0');
			return path(
				`M${-240 + 180 * dice(`shift ${at}`)} ${y}${wave}V800H-240Z`,
				[palette.pale, palette.accent, palette.deep, palette.accent, palette.night][at]!,
			);
		}) +
		path('M720 470q24 -150 70 -210q46 60 24 214Z', palette.paper) +
		path('M800 480q12 -130 56 -186q34 60 10 190Z', palette.sun),
	oasis: (palette, dice) =>
		sky(palette.paper) +
		circle(920, 260, 130, palette.sun) +
		ridge(560, 120, dice, 'dune', palette.pale) +
		list(7, (at) => palm(90 + at * 180 + 40 * dice(`x${at}`), 660, 240 + 130 * dice(`size ${at}`), palette)) +
		ridge(700, 60, dice, 'sand', palette.accent) +
		line('M0 770C400 690 800 790 1280 720', palette.paper, 10),
	tiles: ({ mist, pale, accent, deep, second, paper }, dice) =>
		sky(mist) +
		list(40, (at) => {
			const [x, y] = [80 + (at % 8) * 160, 80 + Math.floor(at / 8) * 160];
			const bright = dice(`tile ${at}`) > 0.72;
			return star(x, y, 52, bright ? second : at % 2 ? accent : deep, paper) + star(x + 80, y + 80, 22, pale, mist);
		}),
	mast: (palette, dice) =>
		sky(palette.mist) +
		ridge(640, 150, dice, 'hill', palette.pale) +
		arcs(640, 250, palette.second) +
		line(
			'M560 720L640 250L720 720M584 580H696M572 650L696 580M708 650L584 580M604 460H676M596 520L676 460M684 520L604 460',
			palette.night,
			14,
		) +
		circle(640, 250, 30, palette.accent) +
		ridge(740, 60, dice, 'foot', palette.deep),
	assembly: ({ mist, pale, accent, deep, night, second, paper }, dice) =>
		sky(mist) +
		circle(640, 400, 330, pale) +
		circle(640, 400, 180, paper) +
		star(640, 400, 80, accent, paper) +
		list(14, (at) => {
			const angle = (at / 14) * 2 * Math.PI;
			const [x, y] = [640 + Math.cos(angle) * 300, 400 + Math.sin(angle) * 300];
			const fill = [accent, deep, second, night][Math.floor(4 * dice(`who ${at}`))]!;
			return circle(x, y, 52, fill) + circle(x - Math.cos(angle) * 44, y - Math.sin(angle) * 44, 25, paper);
		}),
	road: (palette, dice) =>
		sky(palette.mist) +
		ridge(430, 180, dice, 'far', palette.pale) +
		ridge(540, 130, dice, 'near', palette.accent) +
		rect(0, 520, 1280, 280, palette.deep) +
		path(
			'M360 800C520 660 760 660 700 560Q690 530 640 520h60Q790 540 800 580C820 680 760 700 900 800Z',
			palette.paper,
		) +
		rect(820, 560, 260, 130, palette.second, 'rx="26"') +
		list(3, (at) => rect(846 + at * 74, 584, 56, 44, palette.mist, 'rx="8"')) +
		circle(880, 694, 30, palette.night) +
		circle(1020, 694, 30, palette.night),
	lamps: (palette) =>
		sky(palette.night) +
		circle(1060, 150, 64, palette.paper) +
		circle(1034, 136, 56, palette.night) +
		path('M0 800L560 440H720L1280 800Z', palette.deep) +
		line('M640 470V800', palette.second, 12) +
		list(3, (at) => {
			const [y, size] = [500 + at * 110, 90 + at * 70];
			return [-1, 1]
				.map((side) => {
					const x = 640 + side * (120 + at * 170);
					return (
						line(`M${x} ${y}v${-size * 1.7}h${-side * size * 0.4}`, palette.pale, 6 + at * 3) +
						path(
							`M${x - side * size * 0.4} ${y - size * 1.68}l${-size * 0.5} ${size * 1.6}h${size}Z`,
							palette.second,
							'opacity="0.35"',
						) +
						circle(x - side * size * 0.4, y - size * 1.66, 9 + at * 4, palette.second)
					);
				})
				.join('');
		}),
	terraces: (palette, dice) =>
		sky(palette.paper) +
		circle(230, 170, 74, palette.sun) +
		ridge(300, 130, dice, 'far', palette.pale) +
		list(5, (at) => ridge(390 + at * 96, 60, dice, `step ${at}`, [palette.accent, palette.deep][at % 2]!)) +
		list(5, (at) =>
			line(`M0 ${420 + at * 96}C420 ${360 + at * 96} 860 ${440 + at * 96} 1280 ${380 + at * 96}`, palette.mist, 9),
		) +
		list(11, (at) => tree(70 + at * 118, 520 + 190 * dice(`row ${at}`), 40, palette)),
	village: (palette, dice) =>
		sky(palette.mist) +
		ridge(430, 200, dice, 'far', palette.pale) +
		ridge(560, 100, dice, 'near', palette.accent) +
		`<g transform="translate(0 -120) scale(1 1)">${village(700, palette, dice)}</g>` +
		village(740, palette, (name) => dice(`front ${name}`)) +
		rect(0, 740, 1280, 60, palette.deep) +
		`<g transform="translate(430 40) scale(0.62)">${arcs(340, 300, palette.second)}${circle(340, 300, 34, palette.second)}</g>`,
	pitch: ({ mist, pale, accent, deep, night, second, paper }, dice) =>
		sky(mist) +
		ridge(300, 150, dice, 'far', pale) +
		path('M0 800L200 330H1080L1280 800Z', accent) +
		list(4, (at) => path(`M${200 + at * 220} 330h110L${170 + at * 320} 800h-160Z`, deep, 'opacity="0.35"')) +
		line('M200 330H1080M100 565H1180M520 330V250H760V330', paper, 10) +
		`<ellipse cx="640" cy="565" rx="190" ry="84" fill="none" stroke="${paper}" stroke-width="10"/>` +
		circle(700, 660, 62, paper) +
		path('M700 626l34 25l-13 40h-42l-13 -40Z', night) +
		list(14, (at) => line(`M${20 + at * 95} 330v-74`, second, 8)),
	scales: ({ mist, pale, accent, deep, second, paper }) =>
		sky(mist) +
		circle(640, 420, 330, pale) +
		line('M640 190V660M420 700H860M300 300L980 240', deep, 22) +
		circle(640, 190, 34, second) +
		line('M300 300L210 500M300 300L390 500M980 240L890 440M980 240L1070 440', accent, 8) +
		path('M180 500h240q-20 96 -120 96t-120 -96Z', accent) +
		path('M860 440h240q-20 96 -120 96t-120 -96Z', second) +
		circle(300, 462, 36, paper),
	rain: (palette, dice) =>
		sky(palette.pale) +
		list(3, (at) => {
			const [x, y] = [220 + at * 340, 200 + 60 * dice(`cloud ${at}`)];
			const fill = at === 1 ? palette.deep : palette.paper;
			return (
				circle(x, y, 92, fill) +
				circle(x + 104, y + 12, 116, fill) +
				circle(x + 214, y + 30, 80, fill) +
				rect(x - 60, y + 30, 330, 80, fill, 'rx="40"')
			);
		}) +
		list(34, (at) => {
			const [x, y] = [40 + 1200 * dice(`x${at}`), 360 + 240 * dice(`y${at}`)];
			return line(`M${x} ${y}l-18 54`, palette.accent, 9);
		}) +
		ridge(720, 90, dice, 'field', palette.accent) +
		list(9, (at) => tree(80 + at * 142, 770, 40, palette)),
	bars: ({ mist, pale, accent, deep, second, paper }, dice) =>
		sky(mist) +
		list(21, (at) => {
			const tall = 90 + 480 * dice(`bar ${at}`) * Math.sin(((at + 1) / 22) * Math.PI);
			return rect(70 + at * 55, 400 - tall / 2, 34, tall, [accent, deep, second, pale][at % 4]!, 'rx="17"');
		}) +
		line('M40 400H1240', paper, 8),
} satisfies Record<string, Motif>;

export type MotifName = keyof typeof motifs;
