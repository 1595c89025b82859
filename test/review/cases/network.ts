import type { Cases } from './case';

export const network: readonly Cases[] = [
  {
    kind: '/Service',
    yaml: `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec:
  selector: { app: web }
  ports: [{ name: http, port: 80, targetPort: web }, { name: admin, port: 81 }]
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec: { containers: [{ name: web, image: 'a:1', ports: [{ name: web, containerPort: 80 }] }] }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: by-name, namespace: shop }
spec: { defaultBackend: { service: { name: web, port: { name: http } } } }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: by-number, namespace: shop }
spec: { rules: [{ http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] } }] }
`,
    rows: [
      ['spec.ports.0.name', 'web', 'traffic', /Ingress shop\/by-name sends to it by what it was/],
      ['spec.ports.0.port', 82, 'traffic', /answers instead\. Ingress shop\/by-number sends to it/],
      ['spec.ports.0', undefined, 'traffic', /by-name and Ingress shop\/by-number send to it/],
      ['spec.ports.2', { name: 'https', port: 443 }, 'traffic', /port 443 as well/],
      [
        'spec.ports.0.targetPort',
        'http',
        'traffic',
        /the pods of Pod shop\/web have no port of that/,
      ],
      [
        'spec.type',
        'NodePort',
        'traffic',
        /^Every node answers on a node port as well\. The cluster IP stays\. *$/,
      ],
      [
        'spec',
        { type: 'ExternalName', externalName: 'a.example.com' },
        'traffic',
        /^It no longer sends to Pod shop\/web \(1 pod\)\. {2}The name leads elsewhere/,
      ],
    ],
  },
  {
    kind: '/Service',
    yaml: `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec:
  type: NodePort
  selector: { app: web }
  ports: [{ port: 80, targetPort: 8080, nodePort: 30007 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 2
  selector: { matchLabels: { app: web } }
  template: { metadata: { labels: { app: web, v: a } }, spec: { containers: [{ name: a, image: 'a:1' }] } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: other, namespace: shop }
spec:
  selector: { matchLabels: { app: other } }
  template: { metadata: { labels: { app: other } }, spec: { containers: [{ name: a, image: 'a:1' }] } }
`,
    rows: [
      ['spec.ports.0.port', 81, 'traffic', /port 80 get no answer; port 81 answers/],
      ['spec.ports.0.targetPort', 9090, 'traffic', /port 9090 of the pods instead of 8080/],
      [
        'spec.ports.0.nodePort',
        30008,
        'traffic',
        /Port 30007 closes on every node and port 30008 opens/,
      ],
      ['spec.ports.0.nodePort', undefined, 'none', /is kept/],
      ['spec.ports.0.protocol', 'UDP', 'traffic'],
      ['spec.ports.0.name', 'http', 'traffic'],
      ['spec.ports.0.appProtocol', 'http', 'traffic'],
      ['spec.ports.1', { port: 443, name: 'https' }, 'rejected', /needs a name, and 80 has none/],
      [
        'spec.selector',
        { app: 'other' },
        'traffic',
        /no longer sends to Deployment shop\/web \(2 pods\).*sends to Deployment shop\/other \(1 pod\)/,
      ],
      ['spec.selector', { app: 'nobody' }, 'traffic', /No workload in the input/],
      ['spec.selector.v', 'a', 'traffic', /goes on sending to Deployment shop\/web/],
      [
        'spec.type',
        'ClusterIP',
        'traffic',
        /inside the cluster only: node ports close\. .*Remove nodePort/,
      ],
      ['spec.type', 'ClusterIP', 'rejected', /names 30007/, '1.19'],
      ['spec.type', 'LoadBalancer', 'traffic', /load balancer/],
      ['spec.clusterIP', '10.0.0.5', 'rejected', /cluster IP may not change/],
      ['spec.clusterIP', 'None', 'rejected'],
      ['spec.sessionAffinity', 'ClientIP', 'traffic'],
      ['spec.externalTrafficPolicy', 'Local', 'traffic', /address of the client/],
      ['spec.internalTrafficPolicy', 'Local', 'traffic'],
      ['spec.externalIPs', ['10.1.1.1'], 'traffic'],
      ['spec.publishNotReadyAddresses', true, 'traffic'],
      ['spec.ipFamilyPolicy', 'PreferDualStack', 'traffic', /gets an address of the second/],
      ['metadata.annotations', { a: 'b' }, 'metadata'],
    ],
  },
  {
    kind: '/Service',
    yaml: `
apiVersion: v1
kind: Service
metadata: { name: web }
spec:
  type: LoadBalancer
  clusterIP: 10.0.0.5
  loadBalancerClass: a
  externalTrafficPolicy: Local
  healthCheckNodePort: 32000
  ipFamilies: [IPv4]
  ports: [{ port: 80 }]
`,
    rows: [
      ['spec.clusterIP', undefined, 'none', /is kept/],
      ['spec.clusterIP', '10.0.0.6', 'rejected', /open connections break/],
      ['spec.loadBalancerClass', 'b', 'rejected'],
      ['spec.healthCheckNodePort', 32001, 'rejected'],
      ['spec.ipFamilies', ['IPv6'], 'rejected'],
      ['spec.ipFamilies', ['IPv4', 'IPv6'], 'traffic'],
      ['spec.loadBalancerIP', '1.2.3.4', 'traffic'],
      ['spec.loadBalancerSourceRanges', ['10.0.0.0/8'], 'traffic'],
      ['spec.allocateLoadBalancerNodePorts', false, 'traffic'],
      ['spec.type', 'ExternalName', 'traffic'],
      ['spec.ports.0.port', 81, 'traffic', /sends to port 81 of the pods/],
    ],
  },
  {
    kind: 'networking.k8s.io/Ingress',
    yaml: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web }
spec:
  ingressClassName: nginx
  rules:
    - host: a.example.com
      http:
        paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }]
`,
    rows: [
      ['spec.ingressClassName', 'traefik', 'traffic', /nginx stops answering.*traefik begins/],
      [
        'spec.rules.0.host',
        'b.example.com',
        'traffic',
        /for b\.example\.com are answered.*no longer answers those for/,
      ],
      ['spec.rules.0.host', undefined, 'traffic', /any other host/],
      ['spec.rules.0.http.paths.0.backend.service.name', 'other', 'traffic'],
      ['spec.tls', [{ hosts: ['a.example.com'], secretName: 'tls' }], 'traffic', /certificate/],
      ['metadata.annotations', { 'nginx.ingress.kubernetes.io/rewrite-target': '/' }, 'traffic'],
      ['spec.defaultBackend', { service: { name: 'web', port: { number: 80 } } }, 'traffic'],
    ],
  },
  {
    kind: 'networking.k8s.io/IngressClass',
    yaml: `
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: { name: nginx }
spec: { controller: k8s.io/ingress-nginx }
`,
    rows: [
      ['spec.controller', 'example.com/other', 'rejected', /not answered in between/],
      ['spec.parameters', { kind: 'A', name: 'b' }, 'traffic'],
      [
        'metadata.annotations',
        { 'ingressclass.kubernetes.io/is-default-class': 'true' },
        'config-only',
      ],
    ],
  },
  {
    kind: 'networking.k8s.io/NetworkPolicy',
    yaml: `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: deny }
spec: { podSelector: {}, policyTypes: [Ingress] }
`,
    rows: [
      ['spec.ingress', [{ from: [{ podSelector: {} }] }], 'traffic', /all pods of the namespace/],
      ['spec.podSelector', { matchLabels: { a: 'b' } }, 'traffic'],
      ['spec.policyTypes', ['Ingress', 'Egress'], 'traffic', /and whom these may talk to/],
      ['spec.egress', [{ to: [{ podSelector: {} }] }], 'traffic', /^Whom /],
    ],
  },
  {
    kind: 'discovery.k8s.io/EndpointSlice',
    yaml: `
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: { name: web }
addressType: IPv4
endpoints: [{ addresses: [10.0.0.1] }]
ports: [{ port: 80 }]
`,
    rows: [
      ['addressType', 'IPv6', 'rejected'],
      ['endpoints.0.addresses', ['10.0.0.2'], 'traffic'],
    ],
  },
  {
    kind: '/Endpoints',
    yaml: `
apiVersion: v1
kind: Endpoints
metadata: { name: web }
subsets: [{ addresses: [{ ip: 10.0.0.1 }], ports: [{ port: 80 }] }]
`,
    rows: [['subsets.0.addresses.0.ip', '10.0.0.2', 'traffic']],
  },
  {
    kind: 'networking.k8s.io/IPAddress',
    yaml: `
apiVersion: networking.k8s.io/v1
kind: IPAddress
metadata: { name: 10.0.0.1 }
spec: { parentRef: { resource: services, name: web } }
`,
    rows: [['spec.parentRef.name', 'b', 'rejected', undefined, '1.33']],
  },
  {
    kind: 'networking.k8s.io/ServiceCIDR',
    yaml: `
apiVersion: networking.k8s.io/v1
kind: ServiceCIDR
metadata: { name: more }
spec: { cidrs: [10.1.0.0/16] }
`,
    rows: [
      ['spec.cidrs', ['10.2.0.0/16'], 'rejected', undefined, '1.33'],
      ['spec.cidrs', ['10.1.0.0/16', 'fd00::/112'], 'config-only', undefined, '1.33'],
    ],
  },
];
