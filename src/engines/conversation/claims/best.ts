// The greatest of many values.

/** Places of the `most` greatest values above zero, the greatest first; of equals the earlier. */
export function best(values: ArrayLike<number>, most: number): number[] {
	const places: number[] = [];
	for (let place = 0; place < values.length; place++) {
		const value = values[place]!;
		if (!(value > 0) || (places.length === most && value <= values[places.at(-1)!]!)) continue;
		let at = places.length === most ? most - 1 : places.length;
		for (; at > 0 && values[places[at - 1]!]! < value; at--) places[at] = places[at - 1]!;
		places[at] = place;
	}
	return places;
}
