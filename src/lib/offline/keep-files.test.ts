import { describe, expect, it } from 'vitest';
import { keepFiles, BuildMismatchError, type FileStore } from './keep-files.ts';

/** A store that holds texts, and a network that answers with these; both tell what was asked of them. */
function world(answers: Readonly<Record<string, () => Response>>, kept: readonly string[] = []) {
  const files = new Map(kept.map((path) => [path, new Response('kept')]));
  const loaded: string[] = [];
  const store: FileStore = {
    match: async (path) => files.get(path),
    put: async (path, response) => void files.set(path, response)
  };
  const load = async (path: string) => {
    loaded.push(path);
    const answer = answers[path];
    if (!answer) throw new TypeError('Failed to fetch');
    return answer();
  };
  return { store, load, loaded, paths: () => [...files.keys()].sort(), files };
}

const ok = () => new Response('text');

describe('keepFiles(paths, options)', () => {
  it('keeps every file', async () => {
    const { store, load, paths } = world({ '/a': ok, '/b': ok, '/c': ok });
    await keepFiles(['/a', '/b', '/c'], { store, load, parallel: 2 });
    expect(paths()).toEqual(['/a', '/b', '/c']);
  });

  it('loads none that is kept already', async () => {
    const { store, load, loaded } = world({ '/a': ok, '/b': ok }, ['/a']);
    await keepFiles(['/a', '/b'], { store, load });
    expect(loaded).toEqual(['/b']);
  });

  it('takes over what an earlier version kept', async () => {
    const { store, load, loaded, files } = world({ '/b': ok });
    const findKept = async (path: string) => (path === '/a' ? new Response('earlier') : undefined);
    await keepFiles(['/a', '/b'], { store, load, findKept });
    expect(loaded).toEqual(['/b']);
    expect(await files.get('/a')!.text()).toBe('earlier');
  });

  it('ends with the first fault, keeps what has come, and goes on from there', async () => {
    const { store, load, loaded, paths } = world({ '/a': ok, '/c': ok, '/d': ok });
    await expect(keepFiles(['/a', '/b', '/c', '/d'], { store, load, parallel: 1 })).rejects.toThrow(
      'Failed to fetch'
    );
    expect(paths()).toEqual(['/a']);
    loaded.length = 0;
    await keepFiles(['/a', '/c', '/d'], { store, load, parallel: 1 });
    expect(loaded).toEqual(['/c', '/d']);
  });

  it('keeps no answer but a whole one', async () => {
    const { store, load, paths } = world({
      '/gone': () => new Response('', { status: 404 }),
      '/part': () => new Response('', { status: 206 })
    });
    await expect(keepFiles(['/gone'], { store, load })).rejects.toThrow(
      '/gone: expected status 200, got 404'
    );
    await expect(keepFiles(['/part'], { store, load })).rejects.toThrow('got 206');
    expect(paths()).toEqual([]);
  });

  it('keeps no answer that was led elsewhere', async () => {
    const elsewhere = () => Object.defineProperty(ok(), 'redirected', { value: true });
    const { store, load, paths } = world({ '/a': elsewhere });
    await expect(keepFiles(['/a'], { store, load })).rejects.toThrow('/a: expected status 200');
    expect(paths()).toEqual([]);
  });

  it('keeps no page that does not fit, and asks of pages only', async () => {
    const html = () =>
      new Response('<p>new</p>', { headers: { 'content-type': 'text/html; charset=utf-8' } });
    const { store, load, paths, files } = world({ '/page/': html, '/a': ok });
    const fits = (text: string) => text === '<p>old</p>';
    await expect(keepFiles(['/a', '/page/'], { store, load, fits })).rejects.toThrow(
      BuildMismatchError
    );
    expect(paths()).toEqual(['/a']);
    await keepFiles(['/page/'], { store, load, fits: (text) => text === '<p>new</p>' });
    expect(await files.get('/page/')!.text()).toBe('<p>new</p>');
  });
});
