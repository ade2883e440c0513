// The row of facts on top of every dashboard, and expressions that several of them use.
import { chosen } from './dashboard.js';
import type { Row } from './dashboard.js';

/** Requests of the chosen services. */
export const requests = (more = '') => `http_server_request_duration_seconds_count{${chosen}${more}}`;
const buckets = (more = '') => `http_server_request_duration_seconds_bucket{${chosen}${more}}`;

/** A rate that is 0, not absent, when nothing happened yet. */
export const rate = (series: string, by = '') => `sum${by ? ` by (${by})` : ''} (rate(${series}[$__rate_interval]))`;
export const orZero = (expr: string) => `(${expr}) or vector(0)`;

/** A quantile of a histogram, absent while nothing was measured. */
export const histogram = (q: number, buckets: string, by = '') =>
  `histogram_quantile(${q}, ${rate(buckets, by ? `${by}, le` : 'le')}) >= 0`;

/** A quantile of the request duration, in seconds. */
export const quantile = (q: number, by = '', more = '') => histogram(q, buckets(more), by);

/** The share of requests that failed by our fault: answers of 500 and above, and requests shed. */
export const failed = `(${orZero(rate(requests(',status=~"5.."')))}) / clamp_min(${rate(requests())}, 0.001)`;

export const facts: Row = {
  title: 'Now',
  panels: [
    { title: 'Up', kind: 'stat', unit: 'short', width: 4, queries: [{ expr: `sum(up{job="eop",${chosen}})`, legend: 'up' }], description: 'Instances that answer a scrape. Fewer than you run: look at the process and its log.' },
    { title: 'Running since', kind: 'stat', unit: 's', width: 4, queries: [{ expr: `time() - max(process_start_time_seconds{job="eop"})`, legend: 'youngest' }], description: 'Age of the youngest process. Small again and again: it is restarted, see its last log lines.' },
    { title: 'Requests', kind: 'stat', unit: 'reqps', width: 4, queries: [{ expr: orZero(rate(requests())), legend: 'requests' }], description: 'Answered per second, health checks included.' },
    { title: 'Failed', kind: 'stat', unit: 'percentunit', width: 4, thresholds: [0.001, 0.01], queries: [{ expr: orZero(failed), legend: 'failed' }], description: 'Share of answers of 500 and above. Normal is 0; the log has each with its causes.' },
    { title: 'p99', kind: 'stat', unit: 's', width: 4, thresholds: [0.25, 1], queries: [{ expr: orZero(quantile(0.99)), legend: 'p99' }], description: 'One request in a hundred takes longer than this.' },
    { title: 'Version', kind: 'table', unit: 'short', width: 4, queries: [{ expr: `count by (version) (build_info)`, legend: '{{version}}' }], description: 'What runs. Two versions are normal during a rollout only.' },
  ],
};
