#!/bin/sh
# Makes the host node3 ready for KubeKey 3. Run it there as root. Running it again changes nothing.
#
# Not done here, because kk does it:
# - swap and SELinux off
# - the host name: node3
# - kernel modules, sysctls and limits
# - the names of all hosts and of the API server in /etc/hosts
# - iptables, ebtables and arptables by their old back end
# A firewall of your cloud (its "security group") is no part of the host: open it there. The hosts must reach each
# other by every protocol; people need the ports of SSH, of the API server (6443) and of NodePorts (30000-32767).

set -eu
export LC_ALL=C

fail() {
  echo "$1" >&2
  exit 1
}

[ "$(id -u)" -eq 0 ] || fail "Run this script as root: put sudo before it."

# 1. The firewall.
# kk turns off ufw and firewalld, too, but only after it has checked the hosts.
if command -v ufw >/dev/null 2>&1 && ufw status | grep -q "Status: active"; then
  ufw disable
fi
if systemctl is-active --quiet firewalld; then
  systemctl disable --now firewalld
fi

# 2. Packages. kk stops without sudo, socat and conntrack.
conntrack="conntrack-tools"
chrony=chronyd
if command -v apt-get >/dev/null 2>&1; then
  manager=apt-get
  conntrack=conntrack
  chrony=chrony
elif command -v dnf >/dev/null 2>&1; then
  manager=dnf
elif command -v yum >/dev/null 2>&1; then
  manager=yum
elif command -v zypper >/dev/null 2>&1; then
  manager=zypper
else
  fail "There is no apt-get, dnf, yum or zypper here: neither KubeKey nor this script knows this system."
fi

updated=no
install() {
  case $manager in
    apt-get)
      if [ "$updated" = no ]; then
        apt-get -o DPkg::Lock::Timeout=300 update
        updated=yes
      fi
      DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y "$1"
      ;;
    zypper) zypper --non-interactive install "$1" ;;
    *) "$manager" install -y "$1" ;;
  esac
}

# need COMMAND PACKAGE: installs the package where the command is missing.
need() {
  command -v "$1" >/dev/null 2>&1 || install "$2"
}

need sudo sudo
need curl curl
need openssl openssl
need socat socat
need conntrack "$conntrack"
for tool in ebtables ipset; do
  need "$tool" "$tool" || echo "There is no package $tool here. kk only recommends it: going on." >&2
done

# 3. The time: certificates and etcd need the same on all hosts.
if ! systemctl is-active --quiet chronyd chrony systemd-timesyncd ntpd ntp ntpsec; then
  need chronyd chrony
  systemctl enable --now "$chrony"
fi

# 4. SSH: kk logs in as root by a key.
user=root
key='ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIN2q15NP8GNyLxUAMcnK6eNcyfo7DTGS3wlmq5IR34fQ admin@example.com'
home=$(getent passwd "$user" | cut -d: -f6)
[ -n "$home" ] || fail "There is no user $user here: create it first, with sudo."
keys=$home/.ssh/authorized_keys
mkdir -p "$home/.ssh"
touch "$keys"
if ! grep -qxF -e "$key" "$keys"; then
  # The last line may lack its end.
  [ -z "$(tail -c 1 "$keys")" ] || echo >>"$keys"
  printf "%s\n" "$key" >>"$keys"
fi
chmod 700 "$home/.ssh"
chmod 600 "$keys"
chown -R "$user:" "$home/.ssh"
if command -v restorecon >/dev/null 2>&1; then
  restorecon -R "$home/.ssh"
fi
if grep -F AAAAC3NzaC1lZDI1NTE5AAAAIN2q15NP8GNyLxUAMcnK6eNcyfo7DTGS3wlmq5IR34fQ "$keys" | grep -q "command="; then
  echo "$keys names this key a second time, with command=, as cloud images do for root." >&2
  echo "SSH takes the first line, so kk can not log in: remove that one." >&2
fi

echo "The host node3 is ready for KubeKey."
