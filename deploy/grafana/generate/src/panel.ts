// The few kinds of panels that the dashboards are made of. Grafana's own types check what comes out.
import type { Panel } from '@grafana/schema';

/** One line of a panel: what is asked of Prometheus, and how its series are called. */
export interface Query {
  expr: string;
  legend: string;
  /** Also ask for exemplars, which lead to traces; histograms of requests only. */
  exemplars?: boolean;
}

/** What a panel says, before it has a place. */
export interface PanelDraft {
  title: string;
  /** What is normal, and what to do when it is not. */
  description: string;
  kind: 'timeseries' | 'stat' | 'heatmap' | 'table';
  queries: Query[];
  unit: string;
  /** Columns of 24; 8 unless said. */
  width?: number;
  /** From these values on it is amber, red. */
  thresholds?: [amber: number, red: number];
  /** Stack the series on each other. */
  stacked?: boolean;
}

const source = { type: 'prometheus', uid: 'prometheus' };

/** A panel at a place of the grid. */
export function panel(draft: PanelDraft, id: number, place: { x: number; y: number; w: number; h: number }): Panel {
  const { title, description, kind, queries, unit, thresholds, stacked } = draft;
  const steps = [
    { color: 'green', value: null },
    ...(thresholds ? [{ color: 'orange', value: thresholds[0] }, { color: 'red', value: thresholds[1] }] : []),
  ];
  return {
    id,
    type: kind,
    title,
    description,
    datasource: source,
    gridPos: place,
    transparent: false,
    targets: queries.map(({ expr, legend, exemplars }, index) => ({
      refId: String.fromCharCode(65 + index),
      datasource: source,
      editorMode: 'code',
      expr,
      legendFormat: legend,
      range: kind !== 'stat' && kind !== 'table',
      instant: kind === 'stat' || kind === 'table',
      exemplar: exemplars ?? false,
      ...(kind === 'heatmap' ? { format: 'heatmap' } : kind === 'table' ? { format: 'table' } : {}),
    })),
    fieldConfig: {
      defaults: {
        unit,
        thresholds: { mode: 'absolute', steps } as NonNullable<Panel['fieldConfig']>['defaults']['thresholds'],
        custom: kind === 'timeseries' ? { fillOpacity: stacked ? 30 : 8, stacking: { mode: stacked ? 'normal' : 'none' } } : {},
      },
      overrides: [],
    },
    options: options(kind),
  } as Panel;
}

function options(kind: PanelDraft['kind']): Record<string, unknown> {
  switch (kind) {
    case 'timeseries':
      return { legend: { displayMode: 'list', placement: 'bottom' }, tooltip: { mode: 'multi', sort: 'desc' } };
    case 'stat':
      return { reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false }, colorMode: 'value', graphMode: 'area' };
    case 'heatmap':
      return { calculate: false, yAxis: { unit: 's' }, color: { mode: 'scheme', scheme: 'Blues', steps: 64 } };
    case 'table':
      return { showHeader: true };
  }
}
