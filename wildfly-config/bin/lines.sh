# Dedicated lines to other servers. Sourced, never run.

# The names of the lines, one a line.
line_names() { property mintline.lines "" | tr ',' '\n' | tr -d ' ' | sed '/^$/d'; }

# What a line needs of WildFly beside line.cli: where its other end is, and how messages go there. The producer window is the credit: so
# many bytes are on their way before the other end has taken some.
line_script() {
  local name server=/subsystem=messaging-activemq/server=default
  for name in $(line_names); do
    cat <<CLI
/socket-binding-group=standard-sockets/remote-destination-outbound-socket-binding=line-$name:add(host="\${mintline.line.$name.host}", port="\${mintline.line.$name.port:8447}")
$server/remote-connector=line-$name:add(socket-binding=line-$name, ssl-context=line-out)
$server/connection-factory=line-$name:add(entries=["java:/jms/line/$name"], connectors=[line-$name], reconnect-attempts=0, \
    producer-window-size="\${mintline.line.$name.credit:1048576}", call-timeout=30000, connection-ttl=30000, \
    client-failure-check-period=10000, use-topology-for-load-balancing=false)
CLI
  done
}

line_usage() {
  cat <<'TEXT'
The dedicated lines of this server to others (docs/operations.md).

  ./mintline line certificate     print this server's certificate for lines, which the other end needs (PEM)
  ./mintline line key-set FILE    make a key set for a line: FILE for this end, FILE.other for the other end
  ./mintline line add NAME --host HOST --certificate FILE --key-set FILE [--line-port PORT]
                                  add a line, or change it: where the other end listens, its certificate (PEM), the key set
                                  of this end. The server knows it after its next start.
  ./mintline line list            the lines and where they lead
TEXT
}

line() {
  local command=${1:-}
  shift || true
  case $command in
    certificate) cat "$MINTLINE_HOME/pki/line.pem" ;;
    key-set) line_key_set "$@" ;;
    add) line_add "$@" ;;
    list) line_list ;;
    *)
      line_usage
      [[ $command == help || $command == --help ]] || exit 2
      ;;
  esac
}

line_list() {
  local name
  for name in $(line_names); do
    printf '%s %s:%s\n' "$name" "$(property "mintline.line.$name.host" "")" "$(property "mintline.line.$name.port" 8447)"
  done
}

# Both ends have the same keys, and each knows which end it is.
line_key_set() {
  local file=${1:?a file is needed} keys
  [[ ! -e $file && ! -e $file.other ]] || fail "$file or $file.other is there already"
  keys=$(head -c 48 /dev/urandom | od -An -v -tx1 | tr -d ' \n')
  (umask 077 && printf '1:A:%s\n' "$keys" >"$file" && printf '1:B:%s\n' "$keys" >"$file.other")
  say "The key set is in $file and, for the other end, in $file.other"
}

line_add() {
  local name=${1:-} host="" port=8447 certificate="" key_set=""
  shift || true
  while (($#)); do
    case $1 in
      --host) host=${2:-} ;;
      --line-port) port=${2:-} ;;
      --certificate) certificate=${2:-} ;;
      --key-set) key_set=${2:-} ;;
      *) fail "unknown option $1; see ./mintline line help" ;;
    esac
    shift 2 || fail "$1 needs a value"
  done
  [[ $name =~ ^[a-z][a-z0-9-]{0,29}$ && $name != local ]] || fail "the name of a line has 1 to 30 lower-case letters, digits and hyphens"
  [[ $host =~ ^[A-Za-z0-9.:-]+$ && $port =~ ^[0-9]{1,5}$ ]] || fail "--host and --line-port say where the other end listens"
  [[ -r $certificate ]] || fail "--certificate names the file with the other end's certificate"
  [[ -r $key_set ]] && grep -qE '^[0-9]{1,3}:[AB]:[0-9A-Fa-f]{96}$' "$key_set" || fail "--key-set names a file of ./mintline line key-set"
  [[ -e $(server_base)/configuration/mintline.fingerprint ]] || configure
  import_line_secrets "$name" "$(readlink -f "$certificate")" "$key_set"
  set_line_properties "$name" "$host" "$port"
  say "Line $name leads to $host:$port; the server knows it after its next start"
}

# The other end's certificate into the trust store, the key set into the credential store.
import_line_secrets() {
  local name=$1 certificate=$2 key_set=$3 script
  local store=/subsystem=elytron/key-store=line-import reference="{store=mintline, alias=key-stores}"
  script=$(server_base)/configuration/line.cli
  (
    umask 077
    cat >"$script" <<CLI
embed-server --server-config=mintline.xml --std-out=discard
$store:add(relative-to=jboss.server.config.dir, path=keys/line-peers.p12, type=PKCS12, required=false, credential-reference=$reference)
if (outcome == success) of $store:read-alias(alias=$name)
$store:remove-alias(alias=$name)
end-if
$store:import-certificate(alias=$name, path="$certificate", validate=false, credential-reference=$reference)
$store:store()
$store:remove
if (outcome == success) of /subsystem=elytron/credential-store=mintline:set-secret(alias=line-$name, secret-value="$(cat "$key_set")")
else
/subsystem=elytron/credential-store=mintline:add-alias(alias=line-$name, secret-value="$(cat "$key_set")")
end-if
stop-embedded-server
CLI
  )
  (umask 077 && run_cli "$script" >/dev/null) || { rm -f "$script" && fail "the line could not be added, see above"; }
  rm -f "$script"
  chmod 600 "$(server_base)"/configuration/{mintline.store,keys/line-peers.p12}
}

set_line_properties() {
  local name=$1 host=$2 port=$3 file names
  file=$(server_base)/configuration/mintline.properties
  names=$( (line_names && printf '%s\n' "$name") | sort -u | paste -sd, -)
  sed -i "/^mintline\.lines *=/d;/^mintline\.line\.$name\.\(host\|port\) *=/d" "$file"
  printf 'mintline.lines=%s\nmintline.line.%s.host=%s\nmintline.line.%s.port=%s\n' "$names" "$name" "$host" "$name" "$port" >>"$file"
}
