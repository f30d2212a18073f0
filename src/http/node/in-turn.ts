import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** Requests of one connection that wait for their turn before it is read no further. */
const MOST_WAITING = 64;

/**
 * Answers the requests of one connection one after another. Who sends thousands without waiting for
 * answers (pipelining) takes turns with everybody else, and is read no faster than it is answered.
 */
export const inTurn = (listener: (...both: Both) => Promise<void>): RequestListener => {
  const waiting = new WeakMap<Socket, Both[]>();

  const answer = (socket: Socket, queue: Both[], both: Both): void => {
    both[1].once("close", () => {
      if (queue.length < MOST_WAITING / 2 && socket.isPaused()) socket.resume();
      const next = queue.shift();
      if (next === undefined || socket.destroyed) waiting.delete(socket);
      // Not at once: other connections are served in between.
      else setImmediate(answer, socket, queue, next);
    });
    void listener(...both);
  };

  return (request, response) => {
    const { socket } = request;
    const queue = waiting.get(socket);
    if (queue === undefined) {
      const fresh: Both[] = [];
      waiting.set(socket, fresh);
      answer(socket, fresh, [request, response]);
      return;
    }
    queue.push([request, response]);
    if (queue.length >= MOST_WAITING) socket.pause();
  };
};

type Both = [request: IncomingMessage, response: ServerResponse];
