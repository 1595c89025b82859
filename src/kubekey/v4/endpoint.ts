import { textAt } from '../../manifest/fields';
import type { Fields } from '../../manifest/manifest';
import type { Draft } from './draft';

/** The load balancer of the API servers. The API servers themselves keep listening on 6443. */
export function writeEndpoint(draft: Draft, endpoint: Fields): void {
  const at = 'kubernetes.control_plane_endpoint';
  const balancer = textAt(endpoint, 'internalLoadbalancer');
  const address = textAt(endpoint, 'address');
  draft.set(`${at}.type`, balancer ?? 'local');
  if (balancer === 'kube-vip') draft.set(`${at}.kube_vip.address`, address);
  // kk 3 takes the first control plane in place of the loopback address, and so does kk 4 without an address.
  else if (balancer === undefined && address !== '127.0.0.1') {
    draft.set(`${at}.local.address`, address);
  } else if (balancer === 'haproxy' && address !== undefined) {
    draft.lose(
      'controlPlaneEndpoint.address',
      'Leave it empty with haproxy: kk 3 refuses it, too.',
    );
  }
}
