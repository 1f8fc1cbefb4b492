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
  { deadline, cancelled }: ExchangeBounds,
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    let exchanging: Dispatcher.DispatchController | undefined;
    let abandoned: Error | undefined;
    let status = 0;
    const chunks: Buffer[] = [];
    // Node keeps all timers of one length in one list, which costs a fraction of an AbortSignal for each.
    const timer = setTimeout(() => abandon(new Error(`no answer within ${deadline} ms`)), deadline);
    const cancel = () => abandon(cancelled!.reason as Error);
    cancelled?.addEventListener('abort', cancel);

    connections.dispatch(question, {
      onRequestStart: (controller) => {
        exchanging = controller;
        if (abandoned) controller.abort(abandoned);
      },
      onResponseStart: (_controller, given) => {
        status = given;
      },
      onResponseData: (_controller, chunk) => {
        chunks.push(chunk);
      },
      onResponseEnd: () => {
        end();
        resolve({ status, text: (chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString() });
      },
      onResponseError: (_controller, error) => {
        end();
        reject(error);
      },
    });

    function abandon(reason: Error): void {
      abandoned = reason;
      end();
      reject(reason);
      exchanging?.abort(reason);
    }

    function end(): void {
      clearTimeout(timer);
      cancelled?.removeEventListener('abort', cancel);
    }
  });
}
