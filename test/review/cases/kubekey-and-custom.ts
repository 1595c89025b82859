import type { Cases } from './case';

export const kubeKeyAndCustom: readonly Cases[] = [
  {
    kind: 'kubekey.kubesphere.io/Cluster',
    yaml: `
apiVersion: kubekey.kubesphere.io/v1alpha2
kind: Cluster
metadata: { name: sample }
spec:
  hosts:
    - { name: node1, address: 192.168.0.2, internalAddress: 192.168.0.2, user: root, password: hidden1 }
    - { name: node2, address: 192.168.0.3, internalAddress: 192.168.0.3, user: root, password: hidden2 }
  roleGroups: { etcd: [node1], control-plane: [node1], worker: [node1, node2] }
  controlPlaneEndpoint: { domain: lb.kubesphere.local, address: '', port: 6443 }
  kubernetes: { version: v1.26.4, clusterName: cluster.local, containerManager: containerd }
  etcd: { type: kubekey }
  network: { plugin: calico, kubePodsCIDR: 10.233.64.0/18, kubeServiceCIDR: 10.233.0.0/18 }
  registry: { registryMirrors: [], auths: { dockerhub.example.com: { username: a, password: hidden3 } } }
  addons: []
`,
    rows: [
      [
        'spec.kubernetes.version',
        'v1.26.5',
        'rolling-restart',
        /2 nodes one by one.*kk upgrade -f config-sample.yaml/,
      ],
      ['spec.kubernetes.version', 'v1.27.2', 'rolling-restart', /one minor version/],
      [
        'spec.kubernetes.version',
        'v1.28.0',
        'rolling-restart',
        /minor by minor: v1\.27\.16, then v1\.28\.0/,
      ],
      ['spec.kubernetes.version', 'v1.25.3', 'rejected', /go back/],
      ['spec.kubernetes.version', 'v1.26.99', 'rejected', /can't install v1.26.99/],
      ['spec.kubernetes.version', '1.26.4', 'none', /same version/],
      ['spec.kubernetes.version', 'latest', 'unknown'],
      ['spec.kubernetes.version', 'v1.26.5-k3s', 'unknown', /only knows clusters that kubeadm/],
      ['spec.hosts.2', { name: 'node3', address: '192.168.0.4' }, 'none', /in no role group/],
      ['spec.hosts.0.user', 'ubuntu', 'none', /log in/],
      ['spec.hosts.0.password', 'other', 'none', /log in/],
      ['spec.hosts.0.password', '<redacted>', 'none'],
      ['spec.hosts.0.address', '10.0.0.2', 'none'],
      ['spec.hosts.0.internalAddress', '10.0.0.2', 'rejected', /certificates, etcd/],
      ['spec.hosts.0.labels', { a: 'b' }, 'none', /kubectl label node node1/],
      ['spec.roleGroups.worker', ['node2'], 'none', /taint node node1/],
      [
        'spec.roleGroups.control-plane',
        ['node2'],
        'rejected',
        /Keep it: no other host has the role/,
      ],
      [
        'spec.roleGroups.control-plane',
        ['node1', 'node2'],
        'rejected',
        /role control-plane of node2/,
      ],
      ['spec.roleGroups.worker', ['node2', 'node1'], 'none', /same hosts/],
      ['spec.network.plugin', 'cilium', 'rejected', /kk create cluster -f config-sample.yaml/],
      ['spec.network.kubePodsCIDR', '10.0.0.0/16', 'rejected'],
      ['spec.network.kubeServiceCIDR', '10.0.0.0/16', 'rejected'],
      ['spec.kubernetes.clusterName', 'other', 'rejected'],
      ['spec.etcd.type', 'external', 'rejected'],
      ['spec.controlPlaneEndpoint.domain', 'api.example.com', 'rejected'],
      ['spec.kubernetes.containerManager', 'docker', 'none', /where it installs it/],
      ['spec.kubernetes.maxPods', 200, 'none', /running cluster ignores it/],
      ['spec.kubernetes.apiserverCertExtraSans', ['api.example.com'], 'none', /certificate/],
      ['spec.kubernetes.autoRenewCerts', true, 'none', /kk certs renew -f config-sample.yaml/],
      ['spec.registry.registryMirrors', ['https://a.example.com'], 'none'],
      [
        'spec.registry.auths',
        { 'dockerhub.example.com': { username: 'a', password: 'other' } },
        'none',
      ],
      [
        'spec.addons',
        [{ name: 'a' }],
        'config-only',
        /kk create phase addons -f config-sample.yaml/,
      ],
      ['apiVersion', 'kubekey.kubesphere.io/v1alpha1', 'none'],
      ['metadata.labels', { a: 'b' }, 'metadata'],
    ],
  },
  {
    kind: 'kubekey.kubesphere.io/Inventory',
    yaml: `
apiVersion: kubekey.kubesphere.io/v1
kind: Inventory
metadata: { name: sample }
spec:
  hosts:
    node1: { connector: { type: ssh, host: 192.168.0.2, user: root, password: old }, internal_ipv4: 192.168.0.2 }
    node2: { connector: { type: ssh, host: 192.168.0.3, user: root }, internal_ipv4: 192.168.0.3, kubernetes: { custom_labels: { disk: ssd } } }
  groups:
    k8s_cluster: { groups: [kube_control_plane, kube_worker] }
    kube_control_plane: { hosts: [node1] }
    kube_worker: { hosts: [node2] }
    etcd: { hosts: [node1] }
`,
    rows: [
      ['spec.hosts.node3', { internal_ipv4: '192.168.0.4' }, 'none', /in no group/],
      ['spec.hosts.node1.connector.user', 'ubuntu', 'none', /log in/],
      ['spec.hosts.node1.connector.password', 'new', 'none', /log in/],
      ['spec.hosts.node1.internal_ipv4', '10.0.0.2', 'rejected', /kk delete nodes node1 -i/],
      ['spec.hosts.node2.kubernetes.custom_labels.disk', 'hdd', 'config-only', /the node node2/],
      ['spec.hosts.node2', undefined, 'data-risk', /kk delete nodes node2 -i inventory.yaml/],
      ['spec.hosts.node2.storage', ['a'], 'unknown', /Nothing happens by itself/],
      ['spec.groups.kube_worker.hosts', ['node2', 'node1'], 'unknown', /of node1, which is part/],
      ['spec.groups.kube_worker.hosts', ['node2', 'node3'], 'scale', /node3 joins the cluster/],
      ['spec.groups.etcd.hosts', ['node1', 'node4'], 'scale', /kk refuses an even number/],
      ['spec.groups.kube_worker.hosts', [], 'data-risk', /When node2 is deleted/],
      ['spec.groups.nfs', { hosts: ['node1'] }, 'unknown'],
      ['spec.vars', { a: 1 }, 'unknown'],
      ['metadata.labels', { a: 'b' }, 'metadata'],
    ],
  },
  {
    kind: 'kubekey.kubesphere.io/Config',
    yaml: `
apiVersion: kubekey.kubesphere.io/v1
kind: Config
spec:
  kubernetes: { kube_version: v1.30.2, cluster_name: a, control_plane_endpoint: { host: lb.local, port: 6443 } }
  etcd: { deployment_type: external }
  cni: { type: calico, pod_cidr: 10.233.64.0/18, service_cidr: 10.233.0.0/18 }
`,
    rows: [
      ['spec.kubernetes.kube_version', 'v1.31.0', 'none', /no command that upgrades.*kubeadm/],
      ['spec.kubernetes.cluster_name', 'b', 'rejected', /kk create cluster -i inventory.yaml/],
      ['spec.kubernetes.control_plane_endpoint.host', 'api.local', 'rejected'],
      ['spec.etcd.deployment_type', 'internal', 'rejected'],
      ['spec.cni.type', 'cilium', 'rejected'],
      ['spec.cni.pod_cidr', '10.0.0.0/16', 'rejected'],
      ['spec.cni.service_cidr', '10.0.0.0/16', 'rejected'],
      ['spec.kubernetes.kubelet', { max_pods: 200 }, 'unknown', /Nothing happens by itself/],
    ],
  },
  {
    kind: 'example.com/Widget',
    yaml: `
apiVersion: example.com/v1
kind: Widget
metadata: { name: a }
spec: { size: 1 }
`,
    rows: [
      ['spec.size', 2, 'unknown', /custom resource/],
      ['metadata.labels', { a: 'b' }, 'unknown'],
    ],
  },
  {
    kind: 'example.com/Widget',
    yaml: `
apiVersion: example.com/v1
kind: Widget
metadata: { name: a }
spec: { size: 1, color: red, shape: { sides: 3 }, list: [{ name: a, fixed: 1 }], free: { a: 1 } }
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: widgets.example.com }
spec:
  group: example.com
  scope: Namespaced
  names: { plural: widgets, kind: Widget }
  versions:
    - { name: v1beta1, served: true, storage: false }
    - { name: v1alpha1, served: false, storage: false }
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              x-kubernetes-validations: [{ rule: 'self.shape == oldSelf.shape', message: shape is fixed }]
              properties:
                size: { type: integer, x-kubernetes-validations: [{ rule: self == oldSelf, message: size is fixed }] }
                color: { type: string, enum: [red, blue] }
                mode: { type: string, default: fast }
                port: { x-kubernetes-int-or-string: true }
                free: { type: object, x-kubernetes-preserve-unknown-fields: true, properties: {} }
                shape: { type: object, properties: { sides: { type: integer } } }
                list:
                  type: array
                  items:
                    type: object
                    properties:
                      fixed: { type: integer, x-kubernetes-validations: [{ rule: self==oldSelf }] }
`,
    rows: [
      ['spec.size', 2, 'rejected', /size is fixed/],
      ['spec.color', 'blue', 'unknown', /allows the change/],
      ['spec.shape.sides', 4, 'rejected', /shape is fixed/],
      ['spec.list.0.fixed', 2, 'rejected', /self==oldSelf/],
      ['spec.color', 'green', 'rejected', /wants one of "red", "blue"/],
      ['spec.color', 3, 'rejected', /wants a text/],
      ['spec.list.1', { name: 'b', fixed: 'x' }, 'rejected', /wants a whole number/],
      ['spec.port', 'http', 'unknown', /allows the change/],
      ['spec.port', true, 'rejected', /a number or a text/],
      ['spec.colour', 'red', 'rejected', /does not have this field/],
      ['spec.free.b', 1, 'unknown'],
      ['spec.mode', 'fast', 'none', /where nothing is written/],
      ['spec.mode', 'slow', 'unknown'],
      ['metadata.labels', { a: 'b' }, 'unknown'],
      ['apiVersion', 'example.com/v1beta1', 'none', /one object whatever the version/],
      ['apiVersion', 'example.com/v1alpha1', 'rejected', /does not serve example.com\/v1alpha1/],
      ['apiVersion', 'example.com/v2', 'rejected', /does not serve example.com\/v2/],
    ],
  },
];
