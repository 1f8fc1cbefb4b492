import type { Dispatcher } from 'undici';

/** An answer as it came over HTTP. */
export interface HttpAnswer {
  status: number;
  text: string;
}

/** How long an exchange may last, and what ends it sooner. */
export interface ExchangeBounds {
  /** From the question to the last byte of its answer, in milliseconds. */
  deadline: number;
  cancelled: AbortSignal | undefined;
}

/**
 * Asks one question over HTTP. Where it ends without an answer its connection is closed, by which the other side notices; and what still waited
 * for a connection is never sent.
 *
 * @throws the reason why there is no answer.
 */
export function exchange(
  connections: Dispatcher,
  question: Dispatcher.DispatchOptions,
  bounds: ExchangeBounds,
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    connections.dispatch(question, new Exchange(bounds, resolve, reject));
  });
}

/** Hears of one question what becomes of it. Its listeners are methods: functions that are made for each question cost it a tenth. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly #cancelled: AbortSignal | undefined;
  readonly #timer: NodeJS.Timeout;
  readonly #chunks: Buffer[] = [];
  #controller: Dispatcher.DispatchController | undefined;
  #abandoned: Error | undefined;
  #status = 0;

  constructor(
    { deadline, cancelled }: ExchangeBounds,
    private readonly resolve: (answer: HttpAnswer) => void,
    private readonly reject: (reason: Error) => void,
  ) {
    // Node keeps all timers of one length in one list, which costs a fraction of an AbortSignal for each.
    this.#timer = setTimeout(() => this.#abandon(new Error(`no answer within ${deadline} ms`)), deadline);
    this.#cancelled = cancelled;
    cancelled?.addEventListener('abort', this);
  }

  /** Nobody waits for it any more. */
  handleEvent(): void {
    this.#abandon(this.#cancelled!.reason as Error);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#abandoned) controller.abort(this.#abandoned);
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number): void {
    this.#status = status;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#end();
    const [first, ...others] = this.#chunks;
    const whole = first && others.length === 0 ? first : Buffer.concat(this.#chunks);
    this.resolve({ status: this.#status, text: whole.toString() });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#end();
    this.reject(error);
  }

  #abandon(reason: Error): void {
    this.#abandoned = reason;
    this.#end();
    this.reject(reason);
    this.#controller?.abort(reason);
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#cancelled?.removeEventListener('abort', this);
  }
}
