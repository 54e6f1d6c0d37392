#!/bin/sh
# Installs the real servers that the service tests start themselves (Debian, as root). None of them is started as a service.
set -e
export DEBIAN_FRONTEND=noninteractive
if [ ! -e /usr/sbin/policy-rc.d ]; then
  printf '#!/bin/sh\nexit 101\n' > /usr/sbin/policy-rc.d
  chmod +x /usr/sbin/policy-rc.d
  trap 'rm -f /usr/sbin/policy-rc.d' EXIT
fi
apt-get update -q
apt-get install -q -y --no-install-recommends \
  redis-server postgresql mariadb-server mariadb-client rabbitmq-server mosquitto nats-server \
  vsftpd openssh-server openssh-client dovecot-imapd dovecot-pop3d slapd ldap-utils kcat
