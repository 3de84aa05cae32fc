import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOMS } from './rooms.ts';
import { readText, root } from './source.ts';

const rooms = Object.keys(ROOMS).filter((room) => !room.endsWith('.ts') && room !== 'app');

describe('chaque pièce se présente', () => {
  it.each(rooms)('%s, en 40 lignes au plus', (room) => {
    const path = `src/${room}/README.md`;
    expect(existsSync(join(root, path)), `${path} manque`).toBe(true);
    const lines = readText(path).trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(40);
    expect(readText(path)).toMatch(/## Ce qui vit ici/);
  });
});
