# Starting and stopping the configured server. Sourced, never run.

management_port() { printf '%s\n' $((9990 + MINTLINE_PORT_OFFSET)); }

console_port() { printf '%s\n' $((8445 + MINTLINE_PORT_OFFSET)); }

# A setting of the installation, or what it is without one.
property() {
  local value
  value=$(sed -n "s/^ *${1//./\\.} *[=:] *//p" "$(server_base)/configuration/mintline.properties" 2>/dev/null | tail -n 1)
  printf '%s\n' "${value:-$2}"
}

server_ports() {
  local listener
  for listener in es9plus:8443 es2plus:8444 console:8445 es9plus-brainpool:8446 stations:8448; do
    printf '%s\n' $(($(property "mintline.listener.${listener%:*}.port" "${listener#*:}") + MINTLINE_PORT_OFFSET))
  done
  [[ -z $(line_names) ]] || printf '%s\n' $(($(property mintline.listener.line.port 8447) + MINTLINE_PORT_OFFSET))
  management_port
}

# Somebody else's server would be taken for ours, since it answers where ours is asked.
refuse_taken_ports() {
  local port
  for port in $(server_ports); do
    ! answers "$port" ||
      fail "port $port is taken by another process: end it, or take other ports with --port-offset"
  done
}

# The process of the running server, or failure.
server_pid() {
  local pid
  pid=$(cat "$(server_base)/server.pid" 2>/dev/null) && is_server "$pid" && printf '%s\n' "$pid"
}

is_server() { runs_in "$1" "$(server_base)" -Djboss.server.base.dir=; }

server_ready() { http_get "$(management_port)" /health/ready | head -n 1 | grep -q ' 200 '; }

# Starts the server and waits until it is ready to serve, or says why it is not.
run_server() {
  local base
  base=$(server_base)
  rm -f "$base"/deployments/mintline.ear*
  cp "${MINTLINE_EAR:-$MINTLINE_ROOT/ear/target/mintline.ear}" "$base/deployments/mintline.ear"
  touch "$base/deployments/mintline.ear.dodeploy"
  local options=("-Djboss.server.base.dir=$base" "-Djboss.socket.binding.port-offset=$MINTLINE_PORT_OFFSET"
    -b "${MINTLINE_BIND:-127.0.0.1}" -bmanagement 127.0.0.1 -c mintline.xml)
  options+=(-P "$base/configuration/mintline.properties")
  [[ -z ${MINTLINE_DATABASE_URL:-} ]] || options+=("-Dmintline.database.url=$MINTLINE_DATABASE_URL")
  # shellcheck disable=SC2086
  JAVA_OPTS="$(java_options)" LAUNCH_JBOSS_IN_BACKGROUND=1 JBOSS_PIDFILE="$base/server.pid" \
    setsid nohup "$(wildfly_home)/bin/standalone.sh" "${options[@]}" ${MINTLINE_SERVER_OPTIONS:-} \
    >"$base/log/console.log" 2>&1 </dev/null &
  await_server || {
    say "mintline: the server did not become ready; from $base/log/console.log:"
    grep -E "ERROR|FATAL|Caused by|WELD-[0-9]+" "$base/log/console.log" | cut -c -300 | tail -n 20 >&2 || tail -n 20 "$base/log/console.log" >&2
    stop_server
    exit 1
  }
}

java_options() {
  local heap=512m
  if is_factory; then heap=256m; fi
  printf '%s ' "-Xms${MINTLINE_HEAP:-$heap}" "-Xmx${MINTLINE_HEAP:-$heap}" -XX:MetaspaceSize=128m -XX:MaxMetaspaceSize=512m \
    -XX:+ExitOnOutOfMemoryError -Djava.net.preferIPv4Stack=true -Djava.awt.headless=true \
    -Djdk.tls.rejectClientInitiatedRenegotiation=true -Djdk.tls.namedGroups=secp256r1,secp384r1,brainpoolP256r1,brainpoolP256r1tls13 \
    -Djboss.modules.system.pkgs=org.jboss.byteman "${MINTLINE_JAVA_OPTIONS:-}"
}

# Waits at most three minutes.
await_server() {
  local second
  for ((second = 0; second < 180; second++)); do
    server_ready && return
    [[ ! -e $(server_base)/deployments/mintline.ear.failed ]] || return 1
    ((second < 30)) || server_pid >/dev/null || return 1
    sleep 1
  done
  return 1
}

stop_server() {
  local pid second
  pid=$(server_pid) || return 0
  kill -TERM "$pid"
  for ((second = 0; second < 60; second++)); do
    is_server "$pid" || break
    sleep 1
  done
  ! is_server "$pid" || kill -KILL "$pid"
  rm -f "$(server_base)/server.pid"
}
