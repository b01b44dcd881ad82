/** Numbered nodes by distance, the nearest first; a node put in twice comes out twice. */
export class NodeHeap {
  private readonly keys: number[] = [];
  private readonly nodes: number[] = [];

  get size(): number {
    return this.keys.length;
  }

  clear(): void {
    this.keys.length = 0;
    this.nodes.length = 0;
  }

  /** Distance of the nearest; only while there is one. */
  get nearest(): number {
    return this.keys[0] as number;
  }

  push(key: number, node: number): void {
    const { keys, nodes } = this;
    let at = keys.length;
    keys.push(key);
    nodes.push(node);
    while (at > 0) {
      const up = (at - 1) >> 1;
      if ((keys[up] as number) <= key) break;
      keys[at] = keys[up] as number;
      nodes[at] = nodes[up] as number;
      at = up;
    }
    keys[at] = key;
    nodes[at] = node;
  }

  /** Takes the nearest node out. */
  pop(): number {
    const { keys, nodes } = this;
    const first = nodes[0] as number;
    const key = keys.pop() as number;
    const node = nodes.pop() as number;
    const size = keys.length;
    if (size === 0) return first;
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= size) break;
      if (down + 1 < size && (keys[down + 1] as number) < (keys[down] as number)) down += 1;
      if ((keys[down] as number) >= key) break;
      keys[at] = keys[down] as number;
      nodes[at] = nodes[down] as number;
      at = down;
    }
    keys[at] = key;
    nodes[at] = node;
    return first;
  }
}
