// `npm run bench -- pages|algorithms [--json]`: figures as ratios within one run, against named baselines and targets.
import type { Figure } from './figure.ts';
import { algorithms } from './algorithms/index.ts';
import { pages } from './pages/index.ts';

const suites: Readonly<Record<string, () => Promise<Figure[]>>> = { algorithms, pages };

const [name = 'pages', ...flags] = process.argv.slice(2);
const suite = suites[name];
if (!suite) {
	process.stderr.write(`There is no bench called ${name}; there are: ${Object.keys(suites).join(', ')}\n`);
	process.exit(2);
}
const figures = await suite();
if (flags.includes('--json'))
	process.stdout.write(`${JSON.stringify({ bench: name, node: process.version, figures }, null, '\t')}\n`);
else
	for (const { name: label, value, unit, target, met, note } of figures)
		process.stdout.write(
			`${met === null ? '?' : met ? '✓' : '✗'} ${label}: ${value === null ? 'unknown' : Math.round(value * 100) / 100} ${unit} (target ${target})${note ? `; ${note}` : ''}\n`,
		);
process.exit(figures.every((figure) => figure.met !== false) ? 0 : 1);
