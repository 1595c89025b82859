import { show, throwProblems, type Problem } from '../errors';
import { itemsAt, labelsAt } from '../manifest/fields';
import { at, isFields } from '../manifest/manifest';
import { isLiteralFields, isResolvedLater } from '../manifest/literal';
import { problemAt, valueProblem } from './place';

/**
 * Pods that a Service can select: an `AppDeployment`, and each workload, pod or pod selector of
 * cdk8s-plus, of whatever line. It is typed by structure, so no class has to be the same.
 */
export interface IServiceTarget {
  /** How the pods are selected. */
  toPodSelectorConfig(): { readonly labelSelector: object; readonly namespaces?: object };
  /** Labels that all the pods carry, where the target knows them. */
  readonly matchLabels?: Readonly<Record<string, string>>;
  /** Conditions on labels beside `matchLabels`. */
  readonly matchExpressions?: readonly unknown[];
  /** Containers of the pods, the main one first, with their ports. */
  readonly containers?: readonly { readonly ports?: readonly object[] }[];
  /** Metadata of the object that the pods belong to. */
  readonly metadata?: { readonly namespace?: string };
}

/** A port that the selected pods listen on. */
export interface TargetPort {
  /** Number of the port in the container; a `Lazy` where it is known only at synth. */
  readonly number: number;
  /** Name of the port, where it has one. */
  readonly name?: string;
  /** Protocol of the port. */
  readonly protocol: 'TCP' | 'UDP' | 'SCTP';
}

/** What a Service needs to know of what it selects. */
export interface SelectedPods {
  /** Labels that select the pods. */
  readonly labels: Readonly<Record<string, string>>;
  /** Ports of the first container that names any. */
  readonly ports: readonly TargetPort[];
  /** Namespace that the pods say they are in. */
  readonly namespace?: string;
}

/** Reads what a Service selects: a workload, or plain labels. */
export function selectedPods(
  path: string,
  selects: IServiceTarget | Readonly<Record<string, string>>,
): SelectedPods {
  if (!isTarget(selects))
    return { labels: isLiteralFields(selects) ? { ...selects } : {}, ports: [] };
  return { ...labelsOf(path, selects), ports: portsOf(selects) };
}

function isTarget(selects: unknown): selects is IServiceTarget {
  return isFields(selects) && typeof selects['toPodSelectorConfig'] === 'function';
}

/** What is wrong with what a Service is told to select: programs in JavaScript can give anything. */
export function targetProblems(path: string, selects: unknown): Problem[] {
  const rule = isFields(selects) ? undefined : 'must be a workload or labels';
  const fix =
    "Give the AppDeployment, such as selects: nginx, or its labels, such as { app: 'nginx' }.";
  const quoted = typeof selects === 'string' ? ' Give the variable, without quotes.' : '';
  return valueProblem(path, 'selects', rule, selects, fix + quoted);
}

/**
 * The labels by which the target itself finds its pods, where those are all; else the ones that it
 * offers to others. (A workload of cdk8s-plus offers its hidden address label even when it was told
 * to select by other labels.)
 */
function labelsOf(
  path: string,
  target: IServiceTarget,
): Pick<SelectedPods, 'labels' | 'namespace'> {
  const { matchLabels = {}, matchExpressions = [], metadata } = target;
  if (Object.keys(matchLabels).length > 0 && matchExpressions.length === 0) {
    return { labels: matchLabels, ...pick(metadata?.namespace) };
  }
  const { labelSelector, namespaces } = target.toPodSelectorConfig();
  const selector = kubeSelectorOf(labelSelector);
  const expressions = itemsAt(selector, 'matchExpressions').map(({ item }) => item);
  const names = at(namespaces, 'names');
  const [name, ...others] = Array.isArray(names) ? (names as unknown[]) : [];
  const problems: Problem[] = [
    ...problemAt(
      path,
      'selects',
      expressions.length > 0 ? 'must select by labels alone, as a Service does' : undefined,
      `the conditions ${show(expressions)}`,
      'Select a workload, or give labels that all the pods carry, such as { app: "web" }.',
    ),
    ...valueProblem(
      path,
      'selects',
      others.length > 0 ? 'must select pods of one namespace, as a Service does' : undefined,
      names,
      'Make one Service for each namespace.',
    ),
  ];
  throwProblems(problems);
  const own = metadata?.namespace ?? (typeof name === 'string' ? name : undefined);
  return { labels: labelsAt(selector, 'matchLabels'), ...pick(own) };
}

function pick(namespace: string | undefined): { namespace?: string } {
  return namespace === undefined ? {} : { namespace };
}

/** The selector as the API writes it, from a `LabelSelector` of cdk8s-plus or a plain one. */
function kubeSelectorOf(selector: { _toKube?(): unknown }): unknown {
  return typeof selector._toKube === 'function' ? selector._toKube() : selector;
}

function portsOf({ containers = [] }: IServiceTarget): TargetPort[] {
  for (const container of containers) {
    // `ports` of cdk8s-plus is a getter, so it is read as one.
    const ports = itemsAt(container.ports).flatMap(({ item }): TargetPort[] => {
      // Kubernetes writes `containerPort`, cdk8s-plus `number`.
      const number = item['containerPort'] ?? item['number'];
      const { name, protocol } = item;
      if (typeof number !== 'number' && !isResolvedLater(number)) return [];
      return [
        {
          number: number as number,
          ...(typeof name === 'string' ? { name } : {}),
          protocol: protocol === 'UDP' || protocol === 'SCTP' ? protocol : 'TCP',
        },
      ];
    });
    if (ports.length > 0) return ports;
  }
  return [];
}
