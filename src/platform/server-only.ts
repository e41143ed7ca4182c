// A wrapper for what a page shows and no script needs: Kit would serialise load data even for pages without scripts.
export class ServerOnly<Value> {
	readonly value: Value;
	constructor(value: Value) {
		this.value = value;
	}
}

/** Wraps what a load answers. */
export const view = <Value>(value: Value): { view: ServerOnly<Value> } => ({ view: new ServerOnly(value) });
