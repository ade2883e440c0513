// Puts panels into rows, and rows into a dashboard that looks like the others.
import type { Dashboard } from '@grafana/schema';
import { panel, type PanelDraft } from './panel.js';

export interface Row {
  title: string;
  panels: PanelDraft[];
}

export interface DashboardDraft {
  /** The file's name, and what links point to. */
  uid: string;
  title: string;
  description: string;
  rows: Row[];
}

const SCHEMA_VERSION = 41;
const WIDTH = 24;

/** Chooses series by the variables at the top of every dashboard. */
export const chosen = 'service=~"$service",instance=~"$instance"';

export function dashboard({ uid, title, description, rows }: DashboardDraft): Dashboard {
  const panels: NonNullable<Dashboard['panels']> = [];
  let y = 0;
  let id = 1;
  for (const row of rows) {
    panels.push({ id: id++, type: 'row', title: row.title, collapsed: false, gridPos: { x: 0, y, w: WIDTH, h: 1 }, panels: [] });
    y += 1;
    let x = 0;
    let height = 0;
    for (const draft of row.panels) {
      const w = draft.width ?? 8;
      const h = draft.kind === 'stat' ? 4 : 8;
      if (x + w > WIDTH) {
        x = 0;
        y += height;
        height = 0;
      }
      panels.push(panel(draft, id++, { x, y, w, h }));
      x += w;
      height = Math.max(height, h);
    }
    y += height;
  }
  return {
    uid,
    title,
    description,
    tags: ['eop'],
    schemaVersion: SCHEMA_VERSION,
    version: 1,
    editable: false,
    timezone: 'browser',
    refresh: '15s',
    time: { from: 'now-1h', to: 'now' },
    graphTooltip: 1,
    links: [
      { title: 'Order platform', type: 'dashboards', tags: ['eop'], asDropdown: true, includeVars: true, keepTime: true, icon: 'external link', targetBlank: false, tooltip: '', url: '' },
    ],
    templating: { list: [variable('service', 'up{job="eop"}'), variable('instance', 'up{job="eop",service=~"$service"}')] },
    annotations: {
      list: [
        {
          name: 'Starts',
          enable: true,
          hide: false,
          iconColor: 'blue',
          datasource: { type: 'prometheus', uid: 'prometheus' },
          expr: 'changes(process_start_time_seconds[1m]) > 0',
          titleFormat: 'started',
        } as NonNullable<NonNullable<Dashboard['annotations']>['list']>[number],
      ],
    },
    panels,
  } as Dashboard;
}

/** A variable that offers every value of a label, all of them chosen. */
function variable(label: string, of: string) {
  return {
    name: label,
    label: label[0]!.toUpperCase() + label.slice(1),
    type: 'query',
    datasource: { type: 'prometheus', uid: 'prometheus' },
    query: { query: `label_values(${of}, ${label})`, refId: label },
    refresh: 2,
    includeAll: true,
    allValue: '.*',
    multi: true,
    current: { text: 'All', value: '$__all' },
    sort: 1,
  };
}
