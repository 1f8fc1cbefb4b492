import { once } from 'node:events';
import { WebSocket } from 'ws';

/** Looks into the heap of a process that was started with `--inspect`, from outside. */
export class Heap {
  #asked = 0;

  private constructor(private readonly inspector: WebSocket) {}

  /** @param port where its inspector listens. */
  static async of(port: number): Promise<Heap> {
    const targets = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
      webSocketDebuggerUrl: string;
    }[];
    const inspector = new WebSocket(targets[0]!.webSocketDebuggerUrl);
    await once(inspector, 'open');
    return new Heap(inspector);
  }

  /** The bytes that are in use after all garbage was collected. */
  async used(): Promise<number> {
    await this.#ask('HeapProfiler.collectGarbage');
    const { usedSize } = await this.#ask<{ usedSize: number }>('Runtime.getHeapUsage');
    return usedSize;
  }

  [Symbol.dispose](): void {
    this.inspector.close();
  }

  async #ask<Result>(method: string): Promise<Result> {
    const id = (this.#asked += 1);
    const answered = new Promise<Result>((resolve) => {
      const hear = (data: Buffer) => {
        const answer = JSON.parse(data.toString()) as { id?: number; result: Result };
        if (answer.id !== id) return;
        this.inspector.off('message', hear);
        resolve(answer.result);
      };
      this.inspector.on('message', hear);
    });
    this.inspector.send(JSON.stringify({ id, method }));
    return answered;
  }
}
