import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { checks } from '../../../src/checks/rules/index';
import { runChecks } from '../../../src/checks/run-checks';
import type { Manifest } from '../../../src/manifest/manifest';
import { apply, drop, nameOf, rename, set, type Edit } from './edits';

const web = 'Deployment/web spec.template.spec';
const first = `${web}.containers[0]`;
const long = 'a'.repeat(64);

const edits: Readonly<Record<string, readonly Edit[]>> = {
  'web-with-everything.yaml': [
    // Values of a wrong type or form.
    set('Deployment/web spec.replicas', '2', 'valid-types'),
    set('Deployment/web spec.replicas', 'three', 'valid-types'),
    set('Deployment/web spec.replicas', 1.5, 'valid-types'),
    set('Deployment/web spec.replicas', [1], 'valid-types'),
    set('Deployment/web spec.minReadySeconds', true, 'valid-types'),
    set('Deployment/web spec.revisionHistoryLimit', 3e9, 'valid-types'),
    set('Deployment/web spec.paused', 'no', 'valid-types'),
    set('Deployment/web metadata.labels.version', 1.4, 'valid-types'),
    set('Deployment/web metadata.annotations.build', 42, 'valid-types'),
    set('Deployment/web metadata.labels', ['app'], 'valid-types'),
    set('Deployment/web spec.template.spec.tolerations', { key: 'a' }, 'valid-types'),
    set(`${first}.ports[0].containerPort`, '8080', 'valid-types'),
    set(`${first}.ports[0].containerPort`, 'eighty', 'valid-types'),
    set(`${first}.env[0].value`, 8080, 'valid-types'),
    set(`${first}.env[0].value`, true, 'valid-types'),
    set(`${first}.args`, 'run', 'valid-types'),
    set(`${first}.args`, [1], `valid-types spec.template.spec.containers[0].args[0]`),
    set(`${first}.command`, 'sh', 'valid-types'),
    set(`${first}.resources.limits.memory`, '512MB', 'valid-types'),
    set(`${first}.resources.limits.memory`, '1 Gi', 'valid-types'),
    set(`${first}.resources.limits.cpu`, 'one', 'valid-types'),
    set(`${first}.resources.limits`, '500m', 'valid-types'),
    set(`${first}.readinessProbe.httpGet.port`, 80.5, 'valid-types'),
    set(`${first}.readinessProbe.periodSeconds`, '5', 'valid-types'),
    set(`${first}.securityContext.readOnlyRootFilesystem`, 'true', 'valid-types'),
    set(`${first}.securityContext.capabilities.drop`, 'ALL', 'valid-types'),
    set(`${first}.image`, { name: 'nginx' }, 'valid-types'),
    set(`${web}.securityContext.runAsUser`, 'nobody', 'valid-types'),
    set(`${web}.nodeSelector.disk`, true, 'valid-types'),
    set(`${web}.hostNetwork`, 'false', 'valid-types'),
    set(`${web}.terminationGracePeriodSeconds`, '30s', 'valid-types'),
    set('Secret/web-secret data.token', 'not base64!', 'valid-types'),
    set('Secret/web-secret stringData.port', 5432, 'valid-types'),
    set('ConfigMap/web-config data.port', 5432, 'valid-types'),
    set('ConfigMap/web-config data.debug', true, 'valid-types'),
    set('ConfigMap/web-config data.nested', { a: 'b' }, 'valid-types'),
    set('Service/web spec.ports[0].port', '80', 'valid-types'),
    set('Service/web spec.ports[0].targetPort', true, 'valid-types'),
    set('Service/web spec.externalIPs', '10.0.0.1', 'valid-types'),
    set('HorizontalPodAutoscaler/web spec.minReplicas', '2', 'valid-types'),
    set('HorizontalPodAutoscaler/web spec.maxReplicas', 'ten', 'valid-types'),
    set('PersistentVolumeClaim/web-data spec.resources.requests.storage', '10 GB', 'valid-types'),
    set('PersistentVolumeClaim/web-data spec.accessModes', 'ReadWriteOnce', 'valid-types'),
    set('NetworkPolicy/web spec.ingress', {}, 'valid-types'),

    // Fields under a wrong name, or in a wrong place.
    set('Deployment/web spec.replica', 2, 'known-fields'),
    set('Deployment/web replicas', 2, 'known-fields'),
    set('Deployment/web spec.template.replicas', 2, 'known-fields'),
    set('Deployment/web spec.containers', [], 'known-fields'),
    set('Deployment/web spec.image', 'nginx', 'known-fields'),
    set('Deployment/web spec.template.labels', { app: 'web' }, 'known-fields'),
    set('Deployment/web metadata.label', { app: 'web' }, 'known-fields'),
    set('Deployment/web labels', { app: 'web' }, 'known-fields'),
    set('Deployment/web spec.strategy.maxSurge', 1, 'known-fields'),
    set('Deployment/web spec.selector.app', 'web', 'known-fields'),
    set(`${first}.port`, 80, 'known-fields'),
    set(`${first}.replicas`, 2, 'known-fields'),
    set(`${first}.volumes`, [], 'known-fields'),
    set(`${first}.imagePullPolicies`, 'Always', 'known-fields'),
    set(`${first}.resource`, {}, 'known-fields'),
    set(`${first}.resources.memory`, '1Gi', 'known-fields'),
    set(`${first}.environment`, [], 'known-fields'),
    set(`${first}.nodeSelector`, {}, 'known-fields'),
    set(`${first}.restartpolicy`, 'Always', 'known-fields'),
    set(`${first}.securityContext.fsGroup`, 1000, 'known-fields'),
    set(`${first}.readinessProbe.httpGet.url`, '/', 'known-fields'),
    set(`${first}.readinessProbe.path`, '/', 'known-fields'),
    set(`${first}.readinessProbe.initialDelay`, 5, 'known-fields'),
    set(`${first}.readinessProbe.timeout`, 5, 'known-fields'),
    set(`${first}.env[0].valuefrom`, {}, 'known-fields'),
    set(`${first}.env[0].valueFrom.secretRef`, {}, 'known-fields'),
    set(`${first}.ports[0].targetPort`, 80, 'known-fields'),
    set(`${first}.volumeMounts[0].path`, '/', 'known-fields'),
    set(`${web}.serviceAccountname`, 'web', 'known-fields'),
    set(`${web}.imagePullSecret`, 'a', 'known-fields'),
    set(`${web}.replicas`, 2, 'known-fields'),
    set(`${web}.ports`, [], 'known-fields'),
    set(`${web}.volumeMounts`, [], 'known-fields'),
    set(`${web}.volumes[2].emptyDir.size`, '1Gi', 'known-fields'),
    set(`${web}.tolerations[0].effects`, 'NoSchedule', 'known-fields'),
    rename(
      `${first}.ports[0].containerPort`,
      'port',
      'known-fields spec.template.spec.containers[0].ports[0].port',
    ),
    rename(
      `${first}.volumeMounts[0].mountPath`,
      'path',
      'known-fields spec.template.spec.containers[0].volumeMounts[0].path',
    ),
    rename(`${first}.image`, 'images', 'known-fields spec.template.spec.containers[0].images'),
    rename('Service/web spec.selector', 'selectors', 'known-fields spec.selectors'),
    rename(
      'Service/web spec.ports[0].targetPort',
      'targetport',
      'known-fields spec.ports[0].targetport',
    ),
    rename(
      'Deployment/web spec.selector.matchLabels',
      'matchLabel',
      'known-fields spec.selector.matchLabel',
    ),
    rename('Deployment/web spec.template', 'templates', 'known-fields spec.templates'),
    rename(
      'HorizontalPodAutoscaler/web spec.maxReplicas',
      'maxReplica',
      'known-fields spec.maxReplica',
    ),
    rename(
      'PersistentVolumeClaim/web-data spec.accessModes',
      'accessMode',
      'known-fields spec.accessMode',
    ),
    set('Service/web spec.containerPort', 80, 'known-fields'),
    set('Service/web spec.ports[0].containerPort', 80, 'known-fields'),
    set('Service/web spec.port', 80, 'known-fields'),
    set('Service/web ports', [], 'known-fields'),
    set('Ingress/web spec.rules[0].paths', [], 'known-fields'),
    set('Ingress/web spec.rules[0].http.paths[0].backend.serviceName', 'web', 'known-fields'),
    set('Ingress/web spec.host', 'example.com', 'known-fields'),
    set('ConfigMap/web-config spec', {}, 'known-fields'),
    set('Secret/web-secret stringdata', {}, 'known-fields'),
    set('PersistentVolumeClaim/web-data spec.size', '1Gi', 'known-fields'),
    set('PersistentVolumeClaim/web-data spec.storageclass', 'local', 'known-fields'),
    set('HorizontalPodAutoscaler/web spec.targetCPUUtilizationPercentage', 80, 'known-fields'),
    set('NetworkPolicy/web spec.selector', {}, 'known-fields'),

    // Fields that are not there.
    drop(`${first}.image`, 'required-fields'),
    drop(`${first}.name`, 'required-fields'),
    drop(`${first}.ports[0].containerPort`, 'required-fields'),
    drop(`${first}.volumeMounts[0].mountPath`, 'required-fields'),
    drop(`${first}.env[0].name`, 'required-fields'),
    drop(`${first}.env[1].valueFrom.secretKeyRef.key`, 'required-fields'),
    drop(`${first}.readinessProbe.httpGet.port`, 'required-fields'),
    drop(`${web}.topologySpreadConstraints[0].maxSkew`, 'required-fields'),
    set('Deployment/web spec.template.spec.containers', null, 'required-fields'),
    drop('Deployment/web spec.selector', 'required-fields'),
    drop('HorizontalPodAutoscaler/web spec.maxReplicas', 'required-fields'),
    drop('HorizontalPodAutoscaler/web spec.scaleTargetRef', 'required-fields'),
    drop('Service/web spec.ports[0].port', 'required-fields'),
    drop('Ingress/web spec.rules[0].http.paths[0].pathType', 'required-fields'),
    drop('Ingress/web spec.rules[0].http.paths[0].backend', 'required-fields'),
    drop('PersistentVolumeClaim/web-data spec.resources', 'required-fields'),
    drop('PersistentVolumeClaim/web-data spec.accessModes', 'required-fields'),
    drop('Deployment/web metadata.name', 'valid-object-name'),

    // Values that are not among those that a field takes.
    set(`${first}.imagePullPolicy`, 'always', 'known-values'),
    set(`${first}.imagePullPolicy`, 'IfNotPresents', 'known-values'),
    set(`${first}.ports[0].protocol`, 'tcp', 'known-values'),
    set(`${first}.ports[0].protocol`, 'HTTP', 'known-values'),
    set(`${first}.readinessProbe.httpGet.scheme`, 'https', 'known-values'),
    set(`${web}.restartPolicy`, 'always', 'known-values'),
    set(`${web}.dnsPolicy`, 'clusterFirst', 'known-values'),
    set(`${web}.tolerations[0].operator`, 'Equals', 'known-values'),
    set(`${web}.tolerations[0].effect`, 'Noschedule', 'known-values'),
    set(`${web}.topologySpreadConstraints[0].whenUnsatisfiable`, 'Ignore', 'known-values'),
    set('Deployment/web spec.strategy.type', 'Rolling', 'known-values'),
    set('Service/web spec.type', 'Nodeport', 'known-values'),
    set('Service/web spec.sessionAffinity', 'Client', 'known-values'),
    set('Service/web spec.ports[0].protocol', 'http', 'known-values'),
    set('Ingress/web spec.rules[0].http.paths[0].pathType', 'prefix', 'known-values'),
    set('PersistentVolumeClaim/web-data spec.accessModes[0]', 'RWO', 'known-values'),
    set('HorizontalPodAutoscaler/web spec.metrics[0].type', 'CPU', 'known-values'),
    set('NetworkPolicy/web spec.policyTypes[0]', 'ingress', 'known-values'),

    // References that lead nowhere.
    set(
      'Deployment/web spec.template.metadata.labels["app.kubernetes.io/name"]',
      'wep',
      'selector-matches-template spec.selector.matchLabels',
    ),
    set(
      'Deployment/web spec.template.metadata.labels.tier',
      'back',
      'selector-matches-template spec.selector.matchExpressions[0]',
    ),
    set('Deployment/web spec.selector', {}, 'selector-matches-template'),
    set('Service/web spec.selector', { app: 'web' }, 'service-selects-pods'),
    set('Service/web spec.selector', { 'app.kubernetes.io/name': 'webb' }, 'service-selects-pods'),
    set(
      'Service/web spec.selector',
      { 'app.kubernetes.io/name': 'web', release: 'one' },
      'service-selects-pods',
    ),
    set('Service/web spec.ports[0].targetPort', 'htpp', 'service-port-exists'),
    set(
      'Service/web spec.ports[0].protocol',
      'UDP',
      'service-port-exists spec.ports[0].targetPort',
    ),
    set(
      'Ingress/web spec.rules[0].http.paths[0].backend.service.port',
      { name: 'web' },
      'ingress-backend-exists spec.rules[0].http.paths[0].backend.service.port.name',
    ),
    set(
      'Ingress/web spec.rules[0].http.paths[0].backend.service.port',
      { number: 8080 },
      'ingress-backend-exists spec.rules[0].http.paths[0].backend.service.port.number',
    ),
    set(`${first}.env[0].valueFrom.configMapKeyRef.key`, 'LOGLEVEL', 'config-map-exists'),
    set(`${web}.volumes[0].configMap.items[0].key`, 'nginx.config', 'config-map-exists'),
    set(`${first}.env[1].valueFrom.secretKeyRef.key`, 'passwort', 'secret-exists'),
    set(`${first}.volumeMounts[0].name`, 'configs', 'volume-mounts-resolve'),
    set(
      `${web}.volumes[1].name`,
      'date',
      'volume-mounts-resolve spec.template.spec.containers[0].volumeMounts[1].name',
    ),
    set('HorizontalPodAutoscaler/web spec.scaleTargetRef.apiVersion', 'v1', 'scale-target-exists'),
    set('HorizontalPodAutoscaler/web spec.scaleTargetRef.kind', 'DaemonSet', 'scale-target-exists'),

    // Names that collide.
    set(`${first}.ports[1].name`, 'http', 'unique-container-port'),
    set(
      `${web}.initContainers[0].name`,
      'web',
      'unique-container-name spec.template.spec.containers[0].name',
    ),
    set(
      `${first}.volumeMounts[1].mountPath`,
      '/tmp',
      'unique-mount-path spec.template.spec.containers[0].volumeMounts[2].mountPath',
    ),
    set('Service/web spec.ports[1].name', 'http', 'valid-service-ports'),
    drop('Service/web spec.ports[1].name', 'valid-service-ports'),
    set(
      'Service/web spec.ports[2]',
      { name: 'more', port: 80 },
      'valid-service-ports spec.ports[2].port',
    ),
    set(
      'Deployment/web spec.template.spec.volumes[4]',
      { name: 'tmp', emptyDir: {} },
      'unique-volume-name spec.template.spec.volumes[4].name',
    ),

    // Names and labels of a wrong form.
    set('Deployment/web metadata.name', 'Web_App', 'valid-object-name'),
    set('Service/web metadata.labels', { app: 'my app' }, 'valid-labels metadata.labels.app'),
    set('Deployment/web metadata.labels["a/b/c"]', 'x', 'valid-labels'),
    set('Deployment/web metadata.labels.app', long, 'valid-labels'),
    set('Deployment/web metadata.annotations.-a', 'x', 'valid-labels'),
    set(`${first}.name`, 'Web', 'valid-pod-names'),
    set(`${first}.name`, 'my_web', 'valid-pod-names'),
    set(`${first}.ports[1].name`, 'metrics-of-the-web', 'valid-pod-names'),
    set(`${first}.env[0].name`, '1LEVEL', 'valid-pod-names'),
    set(`${first}.image`, 'https://registry.example.com/web', 'valid-image'),
    set(`${first}.image`, 'Nginx:latest', 'valid-image'),
    set(`${first}.image`, 'nginx:1.27:latest', 'valid-image'),
    set('ConfigMap/web-config data["conf/d"]', 'x', 'valid-config-data'),
    set('Ingress/web spec.rules[0].host', 'https://example.com', 'valid-ingress'),
    set('Ingress/web spec.rules[0].host', 'example.com:8080', 'valid-ingress'),
    set('Ingress/web spec.rules[0].host', '10.0.0.1', 'valid-ingress'),
    set('Ingress/web spec.rules[0].http.paths[0].path', 'api', 'valid-ingress'),
    drop('Ingress/web spec.rules', 'valid-ingress'),
    drop('Ingress/web spec.rules[0].http.paths[0].backend.service.port', 'valid-ingress'),

    // Numbers and settings that do not fit together.
    set(`${first}.resources.requests.cpu`, 2, 'valid-resources'),
    set(`${first}.resources.requests.memory`, '1Gi', 'valid-resources'),
    set(`${first}.resources.limits["nvidia.com/gpu"]`, '500m', 'valid-resources'),
    set(`${first}.resources.limits.gpu`, 1, 'valid-resources'),
    set(`${first}.resources.requests["nvidia.com/gpu"]`, 1, 'valid-resources'),
    set(
      `${first}.resources.limits.cpu`,
      '-1',
      'valid-resources spec.template.spec.containers[0].resources.limits.cpu',
    ),
    set(`${first}.ports[0].containerPort`, 80800, 'valid-container-ports'),
    set('Service/web spec.ports[0].port', 0, 'valid-service-ports'),
    set('Service/web spec.ports[0].nodePort', 30080, 'valid-service-ports'),
    set('Service/web spec.ports', [], 'valid-service-ports'),
    set('Service/web spec.externalTrafficPolicy', 'Local', 'valid-service-ports'),
    set(`${first}.readinessProbe.httpGet.port`, 'web', 'valid-probes'),
    set(
      `${first}.readinessProbe.tcpSocket`,
      { port: 80 },
      'valid-probes spec.template.spec.containers[0].readinessProbe',
    ),
    set(`${first}.livenessProbe.successThreshold`, 2, 'valid-probes'),
    set(`${first}.livenessProbe`, { periodSeconds: 5 }, 'valid-probes'),
    set(`${first}.livenessProbe.tcpSocket.port`, 0, 'valid-probes'),
    set(`${web}.initContainers[0].livenessProbe`, { tcpSocket: { port: 80 } }, 'valid-probes'),
    set(
      'Deployment/web spec.strategy.rollingUpdate',
      { maxSurge: 0, maxUnavailable: 0 },
      'valid-rollout spec.strategy.rollingUpdate.maxUnavailable',
    ),
    set('Deployment/web spec.strategy.rollingUpdate.maxSurge', '1', 'valid-rollout'),
    set(
      'Deployment/web spec.strategy.type',
      'Recreate',
      'valid-rollout spec.strategy.rollingUpdate',
    ),
    set('Deployment/web spec.progressDeadlineSeconds', 5, 'valid-rollout'),
    set(`${web}.restartPolicy`, 'OnFailure', 'valid-restart-policy'),
    set(`${web}.activeDeadlineSeconds`, 60, 'valid-restart-policy'),
    set(`${web}.volumes[1].emptyDir`, {}, 'valid-volumes spec.template.spec.volumes[1]'),
    set('HorizontalPodAutoscaler/web spec.minReplicas', 20, 'valid-autoscaler spec.maxReplicas'),
    set(
      'PodDisruptionBudget/web spec.minAvailable',
      1,
      'disruption-budget-allows-drain spec.maxUnavailable',
    ),
    set(
      'PersistentVolumeClaim/web-data spec.resources',
      { requests: {} },
      'valid-claim spec.resources.requests.storage',
    ),

    // API versions and kinds that are not.
    set('Deployment/web apiVersion', 'v1', 'served-api-version'),
    set('Deployment/web apiVersion', 'app/v1', 'served-api-version'),
    set('Deployment/web apiVersion', 'apps/v2', 'served-api-version'),
    set('Deployment/web apiVersion', 'extensions/v1beta1', 'served-api-version'),
    set('Ingress/web apiVersion', 'networking.k8s.io/v1beta1', 'served-api-version'),
    set('HorizontalPodAutoscaler/web apiVersion', 'autoscaling/v2beta2', 'served-api-version'),
    set('PodDisruptionBudget/web apiVersion', 'policy/v1beta1', 'served-api-version'),
    set('NetworkPolicy/web apiVersion', 'v1', 'served-api-version'),
  ],
  'database.yaml': [
    set(
      'StatefulSet/db spec.template.spec.containers[0].volumeMounts[0].name',
      'date',
      'volume-mounts-resolve',
    ),
    set('StatefulSet/db spec.updateStrategy.type', 'Recreate', 'known-values'),
    drop(
      'StatefulSet/db spec.template.metadata.labels',
      'selector-matches-template spec.selector.matchLabels',
    ),
    drop(
      'StatefulSet/db spec.volumeClaimTemplates[0].spec.resources.requests.storage',
      'valid-claim',
    ),
  ],
  'jobs.yaml': [
    drop('Job/ spec.template.spec.restartPolicy', 'valid-restart-policy'),
    set('Job/ spec.template.spec.restartPolicy', 'Always', 'valid-restart-policy'),
    set('CronJob/nightly spec.schedule', '0 25 * * *', 'valid-schedule'),
    set('CronJob/nightly spec.schedule', '0 0 * *', 'valid-schedule'),
    set('CronJob/nightly spec.schedule', '* * * * * *', 'valid-schedule'),
    set('CronJob/nightly spec.schedule', 'every day', 'valid-schedule'),
    set('CronJob/nightly spec.schedule', 'TZ=Asia/Shanghai 0 3 * * *', 'valid-schedule'),
    set('CronJob/nightly spec.timeZone', 'Local', 'valid-schedule'),
    set('CronJob/nightly metadata.name', 'n'.repeat(53), 'valid-object-name'),
    set('CronJob/nightly spec.concurrencyPolicy', 'forbid', 'known-values'),
    set('CronJob/nightly spec.template', {}, 'known-fields'),
    set('CronJob/nightly apiVersion', 'batch/v1beta1', 'served-api-version'),
  ],
  'agents.yaml': [
    set(
      'DaemonSet/agent spec.updateStrategy.rollingUpdate',
      { maxSurge: 1, maxUnavailable: 1 },
      'valid-rollout spec.updateStrategy.rollingUpdate.maxSurge',
    ),
    set('DaemonSet/agent spec.replicas', 3, 'known-fields'),
    set(
      'DaemonSet/agent spec.template.spec.containers[0].ports[0].hostPort',
      9101,
      'valid-container-ports',
    ),
    set('ClusterRoleBinding/example:agent roleRef.kind', 'Role', 'valid-role-binding'),
    drop('ClusterRoleBinding/example:agent subjects[0].namespace', 'valid-role-binding'),
    set('RoleBinding/reader roleRef.apiGroup', 'rbac.authorization.k8s.io/v1', 'known-values'),
    set('RoleBinding/reader subjects[0].kind', 'Users', 'known-values'),
    drop('RoleBinding/reader roleRef.name', 'required-fields'),
    set('Role/reader rules[0].resource', ['pods'], 'known-fields'),
    drop('Role/reader rules[0].verbs', 'required-fields'),
  ],
  'services.yaml': [
    set('Service/lb spec.ports[0].nodePort', 80, 'node-port-in-range'),
    set(
      'Service/lb spec.ports',
      [
        { name: 'a', port: 80, nodePort: 31000 },
        { name: 'b', port: 81, nodePort: 31000 },
      ],
      'unique-node-port spec.ports[1].nodePort',
    ),
    drop('Service/outside spec.externalName', 'valid-service-ports'),
    set('Service/lb metadata.name', '1st', 'valid-object-name'),
    set('Service/lb spec.ports[0].targetPort', 99999, 'valid-service-ports'),
  ],
  'cluster-things.yaml': [
    drop('Secret/tls data["tls.key"]', 'valid-config-data data'),
    drop('StorageClass/local provisioner', 'required-fields'),
    set('StorageClass/local spec', {}, 'known-fields'),
    set('PersistentVolume/disk spec.capacity.storage', 'big', 'valid-types'),
    set('Lease/leader spec.renewTime', 'today', 'valid-types'),
    set(
      'ReplicationController/old spec.selector.app',
      'older',
      'selector-matches-template spec.selector',
    ),
  ],
  'two-layers.yaml': [
    set('Deployment/web spec.replicas', 3, 'replicas-fit-hosts'),
    drop('Deployment/web spec.strategy', 'rollout-fits-hosts'),
    set(
      'Deployment/web spec.template.spec.nodeSelector',
      { 'kubernetes.io/hostname': 'node4' },
      'node-selector-matches-host spec.template.spec.nodeSelector["kubernetes.io/hostname"]',
    ),
    set(
      'Deployment/web spec.template.spec.nodeSelector',
      { 'kubernetes.io/arch': 'arm64' },
      'node-selector-matches-host spec.template.spec.nodeSelector["kubernetes.io/arch"]',
    ),
    set(
      'Deployment/web spec.template.spec.nodeSelector',
      { 'kubernetes.io/hostname': 'node1' },
      'tolerates-control-plane spec.template.spec.tolerations',
    ),
    set(
      'Deployment/web spec.template.spec.nodeName',
      'node-2',
      'node-selector-matches-host spec.template.spec.nodeName',
    ),
    set('StatefulSet/db spec.template.spec.nodeSelector.disk', 'sdd', 'node-selector-matches-host'),
    set('StatefulSet/db spec.replicas', 21, 'requests-fit-hosts'),
    drop('DaemonSet/agent spec.template.spec.tolerations', 'tolerates-control-plane'),
    set(
      'DaemonSet/agent spec.template.spec.tolerations[0].key',
      'node-role.kubernetes.io/master',
      'tolerates-control-plane spec.template.spec.tolerations',
    ),
    set('Service/web spec.ipFamilyPolicy', 'RequireDualStack', 'dual-stack-cluster'),
    set('Service/web spec.ipFamilies', ['IPv6'], 'dual-stack-cluster spec.ipFamilies[0]'),
  ],
  'custom.yaml': [
    set('Widget/one spec.size', 'larg', 'known-values'),
    set('Widget/one spec.replicas', 11, 'valid-types'),
    set('Widget/one spec.replicas', 'three', 'valid-types'),
    set('Widget/one spec.port', 1.5, 'valid-types'),
    set('Widget/one spec.sise', 'large', 'known-fields'),
    set('Widget/one spec.items[0].name', 'ABC', 'valid-types'),
    set('Widget/one spec.labels.a', 1, 'valid-types'),
    set('Widget/one metadata.lables', {}, 'known-fields'),
    drop('Widget/one spec', 'required-fields'),
    set('Widget/one apiVersion', 'example.com/v2', 'served-api-version'),
  ],
};

const cases = Object.entries(edits).flatMap(([file, list]) =>
  list.map((edit) => ({
    file,
    edit,
    title: `${edit.place} ${JSON.stringify(edit.change).slice(0, 60)}`,
  })),
);

const parsed = new Map<string, Manifest[]>();

/** The objects of a sound file, parsed once. */
function read(file: string): Manifest[] {
  let manifests = parsed.get(file);
  if (manifests === undefined) {
    const yaml = readFileSync(join(__dirname, 'sound', file), 'utf8');
    manifests = parseAllDocuments(yaml).map((document) => document.toJS() as Manifest);
    parsed.set(file, manifests);
  }
  return manifests;
}

test.each(cases)('finds one error: $title', ({ file, edit }) => {
  const manifests = structuredClone(read(file));
  const [name = '', place = ''] = edit.place.split(' ');
  const [id = '', field = place] = edit.found.split(' ');
  const target = manifests.find((manifest) => nameOf(manifest) === name);
  apply(manifests, edit);
  const objects = manifests.map((manifest) => ({ manifest, origin: () => ({ construct: 'it' }) }));
  const found = runChecks(checks, { objects, kubernetesVersion: '1.30' })
    .filter(({ severity }) => severity === 'error')
    .map((finding) => `${finding.check} ${finding.object.kind} ${finding.field}`);
  expect(found).toEqual([`${id} ${target?.kind ?? ''} ${field}`]);
});

test('the corpus has at least 200 faults', () => {
  expect(cases.length).toBeGreaterThanOrEqual(200);
});
