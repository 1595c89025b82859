# On the server: Ubuntu 22.04 or newer, 4 cores and 8 GB are enough. Everything as root: sudo -i
# The private address of the server (not 127.0.0.1), for "address" in main.ts.
ip -4 addr show
# The firewall would stand between the parts of Kubernetes. Without it, only the cloud's own protects the server.
ufw status
ufw disable
# What Kubernetes needs and KubeKey does not install.
apt update
apt install -y socat conntrack ebtables ipset
# KubeKey reaches each server over SSH, this one too: a key that lets root in.
test -f ~/.ssh/id_rsa || ssh-keygen -t rsa -b 4096 -N '' -f ~/.ssh/id_rsa
cat ~/.ssh/id_rsa.pub >> ~/.ssh/authorized_keys
# KubeKey 3, from a mirror in China (leave KKZONE out elsewhere).
export KKZONE=cn
curl -sfL https://get-kk.kubesphere.io | VERSION=v3.1.12 sh -
chmod +x kk
# Kubernetes on this server: it takes some minutes, then every pod should be Running.
./kk create cluster -f config-sample.yaml
kubectl get pod -A
# Can the server get the image at all?
crictl pull docker.1ms.run/nginx:latest
# The app: a Deployment, which keeps one pod running, and the Service in front of it.
kubectl apply -f ng.yaml
kubectl get deployment
kubectl get pod
kubectl get service
# The page. From your own computer: http://<public address of the server>:30007
curl http://192.168.0.2:30007
