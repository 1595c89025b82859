import type * as kube from './facts/kubernetes/api/kinds.generated';

// Errors
export { GroundworkError } from './errors';
export type { Problem } from './errors';

// Manifests: plain objects as data
export { writeYaml, yamlChunks } from './manifest/write';
export type { WriteOptions } from './manifest/write';
export type { FieldComment } from './manifest/comment';
export { orderKeys } from './manifest/key-order';
export { readManifests } from './manifest/read';
export { readFile, readFiles } from './manifest/read-files';
export type { ReadResult } from './manifest/read';
export type { ReadObject } from './manifest/read-object';
export type { FilePosition, ReadProblem } from './manifest/source-text';
export { appendField, formatField, parseField } from './manifest/field-path';
export type { FieldStep } from './manifest/field-path';
export type { Manifest, ObjectRef } from './manifest/manifest';

// Checks
export { check } from './checks/check-manifests';
export type { Findings } from './checks/check-manifests';
export type { CheckOptions, Waiver } from './checks/check-options';
export { checks } from './checks/rules/index';
export { checksOf } from './checks/profile';
export { runChecks } from './checks/run-checks';
export { reportText } from './checks/report';
export type { ReportOptions } from './checks/report';
export { reportGithub } from './checks/report-github';
export { reportJson } from './checks/report-json';
export { reportSarif } from './checks/report-sarif';
export { GroundworkValidation } from './cli/groundwork-validation';
export type {
  GroundworkValidationProperties,
  ValidationContext,
  ValidationViolation,
} from './cli/validation-context';
export type {
  Check,
  CheckedObject,
  CheckExample,
  CheckInput,
  ExternalObject,
  Finding,
  HostResources,
  Profile,
  Premise,
  Report,
  Severity,
} from './checks/check';
export type { ArgumentOrigin, ConstructOrigin, FileOrigin, Origin } from './checks/origin';

// Review: what applying a change does
export { effects } from './review/change';
export type { Change, Effect, Review } from './review/change';
export { renderGithub } from './review/report/github';
export { renderHtml } from './review/report/html';
export { renderJson } from './review/report/json';
export { renderMarkdown } from './review/report/markdown';
export { renderText } from './review/report/text';
export type { TextOptions } from './review/report/text';
export { verdict } from './review/report/verdict';
export { review } from './review/review';
export type { ReviewOptions } from './review/review';

// Apps: the construct tree to files
export { ManifestApp } from './app/manifest-app';
export type { ManifestAppProps } from './app/manifest-app';
export { ManifestFile } from './app/manifest-file';
export type { ManifestFileProps } from './app/manifest-file';
export type { ICluster, OutputFile } from './app/cluster';
export type { ImageMirrors } from './app/image-mirrors';
export { comment } from './app/comment';
export type { CommentOptions } from './app/comment';
export { override } from './app/override';
export type { Layout } from './app/layout';
export type { ApiDefaults } from './app/synthesis';

// Workloads: constructs for what runs in the cluster
export { AppDeployment } from './workloads/app-deployment';
export type { AppDeploymentProps } from './workloads/app-deployment-props';
export { ClusterIpService } from './workloads/cluster-ip-service';
export type { ClusterIpServiceProps } from './workloads/cluster-ip-service';
export { KubeObject } from './workloads/kube-object';
export type { KubeObjectProps } from './workloads/kube-object';
export { LoadBalancerService } from './workloads/load-balancer-service';
export type { LoadBalancerServiceProps } from './workloads/load-balancer-service';
export { NodePortService } from './workloads/node-port-service';
export type { NodePortServiceProps } from './workloads/node-port-service';
export type { ServiceProps } from './workloads/service-props';
export type { IServiceTarget } from './workloads/service-target';
export { WebApp } from './workloads/web-app';
export type { WebAppProps } from './workloads/web-app';

// The Kubernetes API's own types: all of them by API version, such as kube.coreV1.SecurityContext, and
// those that the props of the workloads name
export type { kube };
export type { DeploymentStrategy } from './facts/kubernetes/api/apps-v1.generated';
export type {
  Affinity,
  Container,
  ContainerPort,
  EnvFromSource,
  EnvVar,
  Lifecycle,
  LocalObjectReference,
  PodSpec,
  Probe,
  ResourceRequirements,
  ServicePort,
  ServiceSpec,
  Toleration,
  TopologySpreadConstraint,
  Volume,
  VolumeMount,
} from './facts/kubernetes/api/core-v1.generated';

// KubeKey
export { Credential } from './kubekey/credential';
export type { CredentialOptions } from './kubekey/credential';
export { fromEnv } from './kubekey/secret';
export type { Secret } from './kubekey/secret';
export { KubeKeyCluster } from './kubekey/kube-key-cluster';
export type {
  KubeKeyClusterProps,
  KubeKeyFormat,
  KubeKeyV4,
} from './kubekey/kube-key-cluster-props';
export type { KubeKeyCommands } from './kubekey/commands';
export type { KubeKeyHostSetup } from './kubekey/host-setup';
export type { KubeKeyPublicKey } from './kubekey/public-key';
export type { KubeKeyFromYamlOptions } from './kubekey/from-yaml';
export type { KubeKeyLoss } from './kubekey/v4/draft';
export type { KubeKeyHost } from './kubekey/host';
export type { KubeKeyRole } from './kubekey/role';
export type { KubeKeyRoleGroups } from './kubekey/role-groups';
export type { KubeKeyZone } from './kubekey/zone';
export type { KubeKeyControlPlaneEndpoint, KubeKeyKubeVip } from './kubekey/control-plane-endpoint';
export type { KubeKeySystem } from './kubekey/system';
export type { KubeKeyScript } from './kubekey/script';
export type { KubeKeyEtcd, KubeKeyExternalEtcd } from './kubekey/etcd';
export type {
  KubeKeyCoreDns,
  KubeKeyDns,
  KubeKeyExternalZone,
  KubeKeyNodeLocalDns,
} from './kubekey/dns';
export type {
  KubeKeyAudit,
  KubeKeyFreeConfig,
  KubeKeyKata,
  KubeKeyKubernetes,
  KubeKeyNodeFeatureDiscovery,
} from './kubekey/kubernetes';
export type { KubeKeyFlannel, KubeKeyMultus, KubeKeyNetwork } from './kubekey/network';
export type { KubeKeyCalico, KubeKeyCalicoController, KubeKeyTypha } from './kubekey/calico';
export type {
  KubeKeyDpdk,
  KubeKeyKubeOvn,
  KubeKeyKubeOvnCni,
  KubeKeyKubeOvnController,
  KubeKeyKubeOvnPinger,
  KubeKeyOvsOvn,
} from './kubekey/kube-ovn';
export type {
  KubeKeyHybridnet,
  KubeKeyHybridnetNetwork,
  KubeKeyHybridnetSubnet,
} from './kubekey/hybridnet';
export type { KubeKeyOpenEbs, KubeKeyStorage } from './kubekey/storage';
export type {
  KubeKeyNamespaceRewrite,
  KubeKeyRegistry,
  KubeKeyRegistryAuth,
  KubeKeyRemoteMirror,
} from './kubekey/registry';
export type { KubeKeyAddon, KubeKeyAddonSources, KubeKeyChart, KubeKeyYaml } from './kubekey/addon';
export { KubeSphere } from './kubekey/kube-sphere';
export type { KubeSphereProps } from './kubekey/kube-sphere';
export type { KubeKeyKubeSphere } from './kubekey/kube-key-kube-sphere';
