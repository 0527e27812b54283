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

# Two servers of its own, below the state folder: a carrier's and a factory's, joined by lines that the program can cut.
demo_factory() {
  local once=no arguments=() argument
  for argument in "$@"; do
    if [[ $argument == --once ]]; then once=yes; else arguments+=("$argument"); fi
  done
  if [[ $once == yes ]]; then trap stop_demo_factory EXIT; fi
  install_socat
  build_if_needed
  [[ -e $(wildfly_home)/mintline.installed ]] || need_maven
  install_wildfly
  [[ -e $(demo_home factory)/demo.configured ]] || configure_demo_factory
  demo_server carrier start
  demo_server factory start
  program demo-factory --carrier "$(demo_home carrier)" --carrier-port-offset "$(demo_offset carrier)" \
    --factory "$(demo_home factory)" --factory-port-offset "$(demo_offset factory)" --factory-address $DEMO_FACTORY_ADDRESS \
    --line-port $DEMO_LINE_PORT --aggregator-port "$(demo_aggregator_port)" --address "$MINTLINE_SMDPPLUS_ADDRESS" "${arguments[@]}"
  [[ $once == yes ]] || {
    for argument in carrier factory; do
      say "The $argument's server runs on: console https://localhost:$((8445 + $(demo_offset $argument)))/ (administrator, password in $(demo_home $argument)/administrator.password)"
    done
    say "./mintline stop ends both"
  }
}

# Where each server finds the piece of line that leads to the other, above its port offset.
DEMO_LINE_PORT=8460
DEMO_FACTORY_ADDRESS=factory.mintline.test

demo_aggregator_port() { printf '%s\n' $((8461 + MINTLINE_PORT_OFFSET)); }

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

# Keys, roles and lines of both; eUICCs that the carrier's certificate issuers stand above know the factory's server as well.
configure_demo_factory() {
  local carrier factory server
  carrier=$(demo_home carrier)
  factory=$(demo_home factory)
  rm -rf "$carrier" "$factory"
  demo_server carrier configure
  MINTLINE_CERTIFICATE_ISSUERS_OF=$carrier/pki MINTLINE_SMDPPLUS_ADDRESS=$DEMO_FACTORY_ADDRESS demo_server factory configure
  demo_server carrier line key-set "$carrier/line-keys"
  demo_line carrier factory "$carrier/line-keys"
  demo_line factory carrier "$carrier/line-keys.other"
  printf 'mintline.roles=generation,aggregation\n' >>"$carrier/server/configuration/mintline.properties"
  (
    cd "$factory/server/configuration"
    umask 077
    cp "$carrier/pki/station/station.p12" keys/local-provisioning.p12
    cp "$carrier/pki/station/server-ca.p12" keys/aggregator.p12
    cp "$carrier/pki/station/passphrase" keys/local-provisioning.passphrase
    sed "s|@base@|$factory/server|; s|^mintline.roles=.*|mintline.roles=support,local-provisioning|" \
      "$MINTLINE_ROOT/wildfly-config/factory/mintline.properties" >>mintline.properties
    printf 'mintline.local-provisioning.aggregator=https://localhost:%s\nmintline.local-provisioning.pause=PT1S\n' \
      "$(demo_aggregator_port)" >>mintline.properties
  )
  touch "$factory/demo.configured"
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
