import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { testSite } from '../test-site.ts';

export interface ReportingSite {
  readonly home: string;
  /**
   * What browsers have reported as against a policy, with the first words of a script where they give them:
   * `/russia-iran-2015/ script-src-attr inline, go()`. WebKit reports nothing of workers, and only refuses it.
   */
  readonly reports: readonly string[];
  close(): Promise<void>;
}

/**
 * Serves the built site, and has browsers report what goes against the policy of each page; it is the page itself that
 * forbids it. Workers, which have no page's policy, may ask for nothing but the site's own files.
 */
export async function serveReporting(): Promise<ReportingSite> {
  const reports: string[] = [];
  const serve = sirv(testSite, {
    dev: true,
    setHeaders(response, path) {
      const [header, policy] = path.endsWith('/')
        ? ([
            'Content-Security-Policy-Report-Only',
            policyOf(path).replace('script-src ', "script-src 'report-sample' ")
          ] as const)
        : (['Content-Security-Policy', "default-src 'self'; connect-src 'self' blob:"] as const);
      response.setHeader(header, `${policy}; report-uri ${reportPath}`);
    }
  });
  const server = createServer((request, response) => {
    if (request.url !== reportPath) {
      serve(request, response, () => {
        response.writeHead(404).end();
      });
      return;
    }
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      reports.push(reportWords(Buffer.concat(parts).toString()));
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return {
    home: `http://localhost:${(server.address() as AddressInfo).port}/`,
    reports,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
}

const reportPath = '/policy-reports';

/**
 * The content security policy of the built page at a path: `/russia-iran-2015/`.
 *
 * @throws Error where it has none
 */
export function policyOf(path: string): string {
  const html = readFileSync(join(testSite, path, 'index.html'), 'utf8');
  const found = /<meta http-equiv="content-security-policy" content="([^"]+)"/.exec(html);
  if (found === null) throw new Error(`${path}: expected a content security policy, found none`);
  return found[1]!;
}

function reportWords(json: string): string {
  const { 'csp-report': report } = JSON.parse(json) as {
    'csp-report': Readonly<Record<string, string>>;
  };
  const page = new URL(report['document-uri']!).pathname;
  const directive = report['effective-directive'] ?? report['violated-directive']!;
  const sample = report['script-sample'];
  return `${page} ${directive} ${report['blocked-uri']}${sample ? `, ${sample}` : ''}`;
}
