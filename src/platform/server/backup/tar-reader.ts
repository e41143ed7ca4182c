// Reads a tar stream entry by entry, never holding more than one chunk.
import { blockSize, padding, readHeader, readPax, type TarEntry } from './tar.ts';
import { damaged } from './refused.ts';

const longestPax = 65_536;

export class TarReader {
	/** The entry whose body may be read; null before the first `advance` and after the last. */
	current: TarEntry | null = null;
	#source: AsyncIterator<Buffer>;
	#held: Buffer = Buffer.alloc(0);
	#left = 0;

	constructor(source: AsyncIterable<Buffer>) {
		this.#source = source[Symbol.asyncIterator]();
	}

	/** Goes to the next entry, past what is unread of this one. Throws BackupRefused on anything that is no whole tar. */
	async advance(): Promise<TarEntry | null> {
		for await (const _ of this.body());
		if (this.current) await this.#exactly(padding(this.current.size).length);
		let told: Partial<TarEntry> = {};
		for (;;) {
			const header = parsed(readHeader, await this.#exactly(blockSize));
			if (header === null) return this.#end();
			if (header.type === 'x' && header.size <= longestPax) {
				told = parsed(readPax, await this.#exactly(header.size));
				await this.#exactly(padding(header.size).length);
			} else if (header.type === '0') {
				this.current = { name: told.name ?? header.name, size: told.size ?? header.size };
				this.#left = this.current.size;
				return this.current;
			} else throw damaged(`an entry of unknown kind ${header.type}`);
		}
	}

	/** The rest of this entry's bytes. */
	async *body(): AsyncGenerator<Buffer> {
		while (this.#left > 0) {
			const chunk = await this.#some(this.#left);
			if (chunk === null) throw damaged(`it ends inside ${this.current?.name ?? 'an entry'}`);
			this.#left -= chunk.length;
			yield chunk;
		}
	}

	async #end(): Promise<null> {
		this.current = null;
		for (let chunk = await this.#some(Infinity); chunk !== null; chunk = await this.#some(Infinity))
			if (chunk.some((byte) => byte !== 0)) throw damaged('something follows its end');
		return null;
	}

	async #some(most: number): Promise<Buffer | null> {
		while (this.#held.length === 0) {
			const { done, value } = await this.#source.next();
			if (done) return null;
			this.#held = value;
		}
		const chunk = this.#held.subarray(0, most);
		this.#held = this.#held.subarray(chunk.length);
		return chunk;
	}

	async #exactly(size: number): Promise<Buffer> {
		const chunks: Buffer[] = [];
		for (let left = size; left > 0;) {
			const chunk = await this.#some(left);
			if (chunk === null) throw damaged('it ends too early');
			chunks.push(chunk);
			left -= chunk.length;
		}
		return Buffer.concat(chunks);
	}
}

function parsed<T>(parse: (bytes: Buffer) => T, bytes: Buffer): T {
	try {
		return parse(bytes);
	} catch (error) {
		throw damaged('an entry cannot be read', error);
	}
}
