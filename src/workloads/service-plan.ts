import type { ApiObjectProps } from 'cdk8s';
import type { Construct } from 'constructs';
import { show, throwProblems, type Problem } from '../errors';
import type { ServicePort } from '../facts/kubernetes/api/core-v1.generated';
import { lateProblems } from '../manifest/literal';
import { at } from '../manifest/manifest';
import { soundProps } from '../manifest/props';
import { Merge } from './merge';
import { labelProblems, metadataProblems } from './metadata-problems';
import { placeOf, problemAt, valueProblem } from './place';
import { servicePorts, type SaidPorts } from './service-ports';
import { serviceForms, type ServiceProps } from './service-props';
import { selectedPods, targetProblems } from './service-target';

/**
 * Puts together what the props of a Service say.
 *
 * @param construct class of the Service
 * @param type type of the Service; `ClusterIP` isn't written, since it is what a Service is anyway
 * @param own fields of `spec` that the type has props of its own for, by their forms
 */
export function servicePlan(
  construct: new (...args: never[]) => object,
  scope: Construct,
  id: string,
  type: 'ClusterIP' | 'NodePort' | 'LoadBalancer',
  given: ServiceProps & SaidPorts,
  own: Readonly<Record<string, unknown>> = {},
): ApiObjectProps {
  const path = placeOf(scope, id);
  const forms = { ...serviceForms, nodePort: true, ...own } as const;
  const { props, problems: misshapen } = soundProps(path, given, forms);
  const { selects, name = id, annotations } = props;
  const pods = selectedPods(path, selects);
  const unselectable = targetProblems(path, selects);
  const { ports, problems } = servicePorts(path, props, pods.ports);
  const { labels = pods.labels, namespace = pods.namespace } = props;
  const metadata = { name, namespace, labels, annotations };

  const spec = new Merge(path);
  spec.say({ type: type === 'ClusterIP' ? undefined : type });
  for (const field of Object.keys(own)) spec.say({ [field]: at(props, field) });
  spec.say(props.spec, '', 'spec');

  throwProblems(
    [
      ...misshapen,
      ...unselectable,
      ...lateProblems(path, props, ['labels', 'annotations', 'spec']),
      ...metadataProblems(path, 'v1', 'Service', metadata),
      ...namespaceProblems(path, props.namespace, pods.namespace),
      // What isn't known to be selected has no labels and no ports to judge.
      ...(unselectable.length > 0 ? [] : [...selectorProblems(path, pods.labels), ...problems]),
      ...repeatedPorts(path, ports),
      ...nodePortProblems(path, type, ports),
      ...spec.problems,
    ],
    construct,
  );
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata,
    spec: { ...spec.result, selector: pods.labels, ports },
  };
}

function namespaceProblems(path: string, own: unknown, theirs: string | undefined): Problem[] {
  if (own === undefined || theirs === undefined || own === theirs) return [];
  const rule = 'must be that of the pods it selects';
  const fix = `Leave it out, or write ${show(theirs)}: a Service selects pods of its own namespace only.`;
  return valueProblem(path, 'namespace', rule, own, fix);
}

function selectorProblems(path: string, labels: Readonly<Record<string, string>>): Problem[] {
  const rule = Object.keys(labels).length > 0 ? undefined : 'must name a label of the pods';
  const fix = 'Give an AppDeployment, or labels such as { app: "web" }.';
  return [
    ...valueProblem(path, 'selects', rule, labels, fix),
    ...labelProblems(path, 'selects', labels),
  ];
}

/** The API server takes each port and each name once. */
function repeatedPorts(path: string, ports: readonly ServicePort[]): Problem[] {
  const seen = new Set<string>();
  return ports.flatMap(({ name, port, protocol }) => {
    const keys = [`${show(port)}/${show(protocol)}`, ...(name === undefined ? [] : [show(name)])];
    const repeated = keys.filter((key) => seen.has(key));
    keys.forEach((key) => seen.add(key));
    return repeated.flatMap((key) =>
      problemAt(
        path,
        'each port and each name of a port',
        'must be there once',
        `${key.replace(/"/g, '')} twice`,
        'Remove one of them, or give it another port or name.',
      ),
    );
  });
}

function nodePortProblems(path: string, type: string, ports: readonly ServicePort[]): Problem[] {
  const said = ports.find(({ nodePort }) => nodePort !== undefined && type === 'ClusterIP');
  const rule =
    said === undefined ? undefined : 'must be left out: only the cluster reaches this Service';
  const fix = 'Use a NodePortService to open a port on every node.';
  return valueProblem(path, 'nodePort', rule, said?.nodePort, fix);
}
