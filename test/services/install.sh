#!/bin/sh
# Installs the real servers that the service tests start themselves (Debian, as root). None of them is started as a service.
# Kafka and FerretDB are no packages of Debian: they come from Maven and by Go into ~/.cache/weft/services.
set -e
export DEBIAN_FRONTEND=noninteractive
here=$(cd "$(dirname "$0")" && pwd)
if [ ! -e /usr/sbin/policy-rc.d ]; then
  printf '#!/bin/sh\nexit 101\n' > /usr/sbin/policy-rc.d
  chmod +x /usr/sbin/policy-rc.d
  trap 'rm -f /usr/sbin/policy-rc.d' EXIT
fi
apt-get update -q
apt-get install -q -y --no-install-recommends \
  redis-server postgresql mariadb-server mariadb-client rabbitmq-server mosquitto nats-server \
  vsftpd openssh-server openssh-client dovecot-imapd dovecot-pop3d slapd ldap-utils openssl kcat gnupg
# What the conformance tests compare with: CPython 3.11 and its own data files. Another Debian has another one.
apt-get install -q -y --no-install-recommends python3 libpython3.11-testsuite || echo 'no CPython 3.11 here'
command -v mvn > /dev/null || apt-get install -q -y --no-install-recommends maven default-jre-headless
command -v go > /dev/null || apt-get install -q -y --no-install-recommends golang-go

cache="${XDG_CACHE_HOME:-$HOME/.cache}/weft/services"
mkdir -p "$cache"

if [ ! -d "$cache/kafka" ]; then
  mvn -q -f "$here/servers/kafka.pom.xml" dependency:copy-dependencies -DoutputDirectory="$cache/kafka.part"
  mv "$cache/kafka.part" "$cache/kafka"
fi

# `go install` would leave out the version that FerretDB wants to read from a file of its own.
if [ ! -x "$cache/ferretdb" ]; then
  version=v1.24.2
  work=$(mktemp -d)
  cd "$work"
  source=$(go mod download -json github.com/FerretDB/FerretDB@$version | sed -n 's/^.*"Dir": "\(.*\)".*$/\1/p')
  cp -r "$source" source
  chmod -R u+w source
  echo $version > source/build/version/version.txt
  cd source
  GOFLAGS=-mod=mod go build -o "$cache/ferretdb" ./cmd/ferretdb
  cd /
  rm -rf "$work"
fi
