// Rows of a form that are added and taken away by the server, so that it works without a script: nothing typed moves or is lost.

type Values = Readonly<Record<string, string>>;

/** As many rows as a form of phases may have. */
export const mostRows = 24;

/** How many rows `name.0.…`, `name.1.…` are among the values of a form. */
export function rowsAmong(values: Values, name: string): number {
	const rows = Object.keys(values).flatMap((key) => {
		const [first, at, field] = key.split('.');
		return first === name && field !== undefined && /^\d{1,2}$/.test(at!) ? [Number(at)] : [];
	});
	return rows.length === 0 ? 0 : Math.max(...rows) + 1;
}

/** The values with one more row, whose `field` is given: the others of a row start empty. */
export function withRow(values: Values, name: string, field: string, value: string): Record<string, string> {
	const rows = rowsAmong(values, name);
	return rows < mostRows ? { ...values, [`${name}.${rows}.${field}`]: value } : { ...values };
}

/** The values without the row `at`; the rows after it move up. */
export function withoutRow(values: Values, name: string, at: number): Record<string, string> {
	return Object.fromEntries(
		Object.entries(values).flatMap(([key, value]) => {
			const [first, row, ...field] = key.split('.');
			if (first !== name || field.length === 0) return [[key, value]];
			const own = Number(row);
			if (own === at) return [];
			return [[own > at ? [name, own - 1, ...field].join('.') : key, value]];
		}),
	);
}
