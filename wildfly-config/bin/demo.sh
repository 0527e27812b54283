# The demos. Sourced, never run.

# The way of a profile, told by the program; with --once the server is stopped again whatever happened.
demo() {
  [[ ${rest[0]:-} != factory ]] || { demo_factory "${rest[@]:1}" && return; }
  local once=no arguments=() argument
  for argument in "${rest[@]}"; do
    if [[ $argument == --once ]]; then once=yes; else arguments+=("$argument"); fi
  done
  if [[ $once == yes ]]; then trap stop EXIT; fi
  build_if_needed
  start
  program demo --home "$MINTLINE_HOME" --port-offset "$MINTLINE_PORT_OFFSET" --address "$MINTLINE_SMDPPLUS_ADDRESS" \
    "${arguments[@]}"
  [[ $once == yes ]] ||
    say "The server runs on: console https://localhost:$(console_port)/ (administrator, password in $MINTLINE_HOME/administrator.password)"
}

# Two servers of its own, below the state folder: a carrier's and a factory's, joined by a line that the program can cut.
demo_factory() {
  local once=no arguments=() argument keys
  for argument in "$@"; do
    if [[ $argument == --once ]]; then once=yes; else arguments+=("$argument"); fi
  done
  if [[ $once == yes ]]; then trap stop_demo_factory EXIT; fi
  install_socat
  build_if_needed
  install_wildfly
  keys=$(demo_home carrier)/line-keys
  for argument in carrier factory; do demo_server "$argument" configure; done
  if [[ ! -e $keys ]]; then
    demo_server carrier line key-set "$keys"
    demo_line carrier factory "$keys"
    demo_line factory carrier "$keys.other"
    printf 'mintline.roles=generation,aggregation\n' >>"$(demo_home carrier)/server/configuration/mintline.properties"
    printf 'mintline.roles=support\n' >>"$(demo_home factory)/server/configuration/mintline.properties"
  fi
  for argument in carrier factory; do demo_server "$argument" start; done
  program demo-factory --carrier "$(demo_home carrier)" --carrier-port-offset "$(demo_offset carrier)" \
    --factory "$(demo_home factory)" --factory-port-offset "$(demo_offset factory)" --line-port $DEMO_LINE_PORT \
    --address "$MINTLINE_SMDPPLUS_ADDRESS" "${arguments[@]}"
  [[ $once == yes ]] || {
    for argument in carrier factory; do
      say "The $argument's server runs on: console https://localhost:$((8445 + $(demo_offset "$argument")))/ (administrator, password in $(demo_home "$argument")/administrator.password)"
    done
    say "./mintline stop ends both"
  }
}

# Where each server finds the piece of line that leads to the other, above its port offset.
DEMO_LINE_PORT=8460

demo_home() { printf '%s\n' "$MINTLINE_HOME/demo/$1"; }

demo_offset() {
  case $1 in
    carrier) printf '%s\n' $((MINTLINE_PORT_OFFSET + 100)) ;;
    factory) printf '%s\n' $((MINTLINE_PORT_OFFSET + 200)) ;;
  esac
}

# demo_server SERVER VERB...: ./mintline for one of them.
demo_server() {
  local server=$1
  shift
  MINTLINE_WILDFLY=$(wildfly_home) MINTLINE_PORT_OFFSET=$(demo_offset "$server") MINTLINE_HOME=$(demo_home "$server") \
    "$MINTLINE_ROOT/mintline" "$@" --no-build
}

demo_line() {
  local server=$1 other=$2 keys=$3
  demo_server "$server" line add factory-1 --host localhost --line-port $((DEMO_LINE_PORT + $(demo_offset "$server"))) \
    --certificate "$(demo_home "$other")/pki/line.pem" --key-set "$keys"
}

stop_demo_factory() {
  local server
  for server in carrier factory; do
    [[ ! -e $(demo_home "$server") ]] || demo_server "$server" stop
  done
}
