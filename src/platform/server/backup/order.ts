// The order in which tables can be loaded, so that rows come after those they refer to. Pure.

export interface Reference {
	/** The referring table. */
	from: string;
	/** The table referred to. */
	to: string;
	constraint: string;
}

/**
 * Sorts tables after those they refer to, keeping the given order where it is free. References in a circle cannot all be
 * honoured: those left over come back as `late` (to be checked at the end). A table's reference to itself needs no order.
 */
export function loadOrder(
	tables: readonly string[],
	references: readonly Reference[],
): { order: string[]; late: Reference[] } {
	const known = new Set(tables);
	const between = references.filter(({ from, to }) => from !== to && known.has(from) && known.has(to));
	const waiting = new Set(tables);
	const order: string[] = [];
	const late: Reference[] = [];
	while (waiting.size > 0) {
		const open = (table: string): Reference[] => between.filter(({ from, to }) => from === table && waiting.has(to));
		const counted = [...waiting].map((table) => ({ table, open: open(table) }));
		const least = counted.reduce((best, each) => (each.open.length < best.open.length ? each : best));
		const free = counted.filter((each) => each.open.length === 0);
		for (const { table, open: unmet } of free.length > 0 ? free : [least]) {
			order.push(table);
			late.push(...unmet);
			waiting.delete(table);
		}
	}
	return { order, late };
}
