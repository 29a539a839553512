import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metadata } from '@tufjs/models';
import { showText } from '../show-text.ts';
import { BrokenRepositoryError } from './errors.ts';

/** JSON as the models take it; they check it field by field. */
type Json = Parameters<typeof Metadata.fromJSON>[1];

/** Reads the files of a repository, and refuses it by name of the file at fault. */
export class RepositoryFiles {
  readonly dir: string;
  constructor(dir: string) {
    this.dir = dir;
  }

  /** What is thrown where something is not as it was published. */
  refuse(what: string, cure?: string): BrokenRepositoryError {
    const name = showText(this.dir);
    const restore = `restore ${name} from a copy of what was published, then publish again`;
    return new BrokenRepositoryError(
      `${name} is not as it was published: ${what}. Nothing was written; ${cure ?? restore}.`,
    );
  }

  /** The names in metadata/; none where there is no such folder. */
  async listMetadata(): Promise<readonly string[]> {
    try {
      return (await readdir(join(this.dir, 'metadata'))).sort();
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
      throw error;
    }
  }

  async hasFile(name: string): Promise<boolean> {
    try {
      await readFile(join(this.dir, name));
      return true;
    } catch {
      return false; // what can't be read is missed later, where it is needed
    }
  }

  async read(name: string): Promise<Buffer> {
    try {
      return await readFile(join(this.dir, name));
    } catch {
      throw this.refuse(`${name} is missing or can’t be read`);
    }
  }

  /** Reads a file that signed metadata describes. */
  async readDescribed(
    name: string,
    description: { verify(bytes: Buffer): void } | undefined,
  ): Promise<Buffer> {
    const bytes = await this.read(name);
    if (!description) throw this.refuse(`nothing names ${name}`);
    try {
      description.verify(bytes);
    } catch {
      throw this.refuse(`${name} is not the file that was signed`);
    }
    return bytes;
  }

  /** What `parse` makes of a metadata file; the models throw for whatever they don't like. */
  parse<Kind>(name: string, bytes: Buffer, parse: (json: Json) => Kind): Kind {
    try {
      return parse(JSON.parse(bytes.toString()));
    } catch (error) {
      throw this.refuse(`${name} is damaged (${error instanceof Error ? error.message : error})`);
    }
  }
}
