import type { IncomingMessage, ServerResponse } from 'node:http';
import { codeIn } from '../../lib/classroom/protocol.ts';
import { clientAddress } from './client-address.ts';
import type { Limits } from './limits.ts';
import { RateLimit } from './rate-limit.ts';
import { Refusal, sendReply, type Reply } from './reply.ts';
import { hangUp, isLong } from './request-body.ts';
import { classRoutes, type Asked, type Classroom, type Route } from './routes.ts';

/** What is asked for, and how each of its methods is answered. */
interface Place {
  /** The room's code; null for one that cannot be, empty where no room is named. */
  readonly code: string | null;
  readonly routes: Readonly<Record<string, Route>>;
  readonly search: URLSearchParams;
}

/**
 * Returns what answers the requests that are about a class: those below `/class/`, and `/CODE` where there is such a room.
 * It returns false for any other, which is the site's.
 */
export function classEndpoint(
  classroom: Classroom,
  limits: Limits
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const routes = classRoutes(classroom);
  const writes = new RateLimit(limits.requestsASecond, limits.burst);
  // Apart from the writes, so that a whole class that answers at once keeps nobody from joining.
  const misses = new RateLimit(limits.requestsASecond, limits.burst);

  return function answer(request, response) {
    const [path = '/', query] = (request.url ?? '/').split('?', 2);
    const search = new URLSearchParams(query);
    const below = /^\/class\/(?:([^/]+)(?:\/(state|events|answers))?)?$/.exec(path);
    if (below !== null) {
      const [, typed, part] = below;
      const code = typed === undefined ? '' : codeIn(typed);
      const place = typed === undefined ? 'rooms' : ((part ?? 'room') as keyof typeof routes);
      void reply(request, response, { code, routes: routes[place], search });
      return true;
    }
    const code = codeIn(/^\/(\w+)\/?$/.exec(path)?.[1] ?? '');
    if (code === null || !['GET', 'HEAD'].includes(request.method!)) return false;
    const address = clientAddress(request);
    if (!misses.isSpent(address) && classroom.rooms.view(code) === undefined) {
      misses.take(address);
      return false;
    }
    void reply(request, response, { code, routes: routes.short, search });
    return true;
  };

  async function reply(request: IncomingMessage, response: ServerResponse, place: Place) {
    try {
      const sent = await replyTo(request, response, place);
      if (sent !== null) sendReply(response, sent);
    } catch (error) {
      // A client that has gone while it was heard is owed nothing.
      if (request.destroyed && !request.complete) return;
      sendReply(response, refusalOf(error, request));
    }
  }

  async function replyTo(
    request: IncomingMessage,
    response: ServerResponse,
    { code, routes, search }: Place
  ): Promise<Reply | null> {
    const route = routes[request.method!];
    if (route === undefined) {
      throw new Refusal(405, 'no such method here', { allow: Object.keys(routes).join(', ') });
    }
    const address = clientAddress(request);
    const writesHere = !['GET', 'HEAD'].includes(request.method!);
    const isLeft = writesHere ? writes.take(address) : !misses.isSpent(address);
    if (!isLeft) throw new Refusal(429, 'too many requests', { 'retry-after': '1' });
    try {
      if (code === null) throw new Refusal(404, 'no such room');
      const asked: Asked = { request, response, code, search };
      return await route(asked);
    } catch (error) {
      const isMiss = error instanceof Refusal && [403, 404].includes(error.status);
      if (isMiss && !writesHere) misses.take(address);
      throw error;
    }
  }
}

function refusalOf(error: unknown, request: IncomingMessage): Reply {
  const closing = isLong(request) ? hangUp : {};
  if (error instanceof Refusal) {
    const { status, message, headers } = error;
    return { status, body: { error: message }, headers: { ...headers, ...closing } };
  }
  // The store did not answer, which is the operator's affair.
  console.error(error);
  const headers = { 'retry-after': '1', ...closing };
  return { status: 503, body: { error: 'the class cannot be reached now' }, headers };
}
