# Makes the server's configuration from WildFly's own and the scripts in cli/. Sourced, never run.
#
# Each run starts from WildFly's untouched standalone-full.xml, so running it twice gives the same; data, keys and secrets stay. The scripts run in
# batches, since the file is written after each command that stands alone.

server_base() { printf '%s\n' "$MINTLINE_HOME/server"; }

# configure_server DATABASE: h2 or postgresql.
configure_server() {
  local database=$1 base wildfly fingerprint
  base=$(server_base)
  wildfly=$(wildfly_home)
  fingerprint=$(configuration_fingerprint "$database")
  [[ $fingerprint == "$(cat "$base/configuration/mintline.fingerprint" 2>/dev/null)" ]] && return
  say "Configuring the server ($database) in $base"
  mkdir -p "$base"/{configuration/keys,data,deployments,log}
  chmod 700 "$base" "$base/configuration" "$base/configuration/keys" "$base/data"
  make_secrets
  make_properties
  fresh_configuration "$wildfly" "$base"
  {
    printf 'embed-server --server-config=mintline.xml --std-out=discard\nbatch\n'
    { configuration_scripts "$database" | xargs cat && line_script; } | sed "s|@store_password@|$(cat "$base/configuration/mintline.store.password")|"
    printf 'run-batch\nstop-embedded-server\n'
  } >"$base/configuration/mintline.cli"
  run_cli "$base/configuration/mintline.cli" >/dev/null || fail "a script of wildfly-config/cli failed, see above"
  rm -f "$base/configuration/mintline.cli"
  rm -rf "$base/configuration/standalone_xml_history" "$base/configuration/mintline_xml_history"
  printf '%s\n' "$fingerprint" >"$base/configuration/mintline.fingerprint"
}

# The scripts of a variant, in the order in which they run.
configuration_scripts() {
  local cli=$MINTLINE_ROOT/wildfly-config/cli script
  local scripts=(secrets unused "datasource-$1" datasource messaging tls listeners tls-brainpool security logging observability deployment)
  [[ -e $(wildfly_home)/modules/com/amazon/corretto/crypto/provider/main/AmazonCorrettoCryptoProvider.jar ]] &&
    scripts+=(crypto)
  [[ -z $(line_names) ]] || scripts+=(line)
  for script in "${scripts[@]}"; do printf '%s\n' "$cli/$script.cli"; done
  if is_factory; then printf '%s\n' "$MINTLINE_ROOT/wildfly-config/factory/listeners.cli"; fi
  if [[ -n ${MINTLINE_CLI:-} ]]; then printf '%s\n' "$MINTLINE_CLI"; fi
}

# Whether this is the variant of a factory: asked for, or made so before.
is_factory() {
  [[ ${variant:-} == factory ]] || [[ $(property mintline.roles "") == local-provisioning ]]
}

configuration_fingerprint() {
  { printf '%s\n' "$1" "$(wildfly_home)"; configuration_scripts "$1" | xargs cat; line_script; } | sha256sum | cut -d' ' -f1
}

fresh_configuration() {
  local wildfly=$1 base=$2 file
  cp "$wildfly/standalone/configuration/standalone-full.xml" "$base/configuration/mintline.xml"
  for file in logging mgmt-users mgmt-groups application-users application-roles; do
    cp "$wildfly/standalone/configuration/$file.properties" "$base/configuration/"
  done
}

# The settings of the installation, made once and then the administrator's to change; docs/configuration.md lists all.
make_properties() {
  local base properties
  base=$(server_base)
  properties=$base/configuration/mintline.properties
  [[ -e $properties ]] && return
  cat >"$properties" <<PROPERTIES
# Settings of this installation: docs/configuration.md. Secrets are not written here, but in the credential store.
mintline.mode=development
mintline.smdpplus.address=$MINTLINE_SMDPPLUS_ADDRESS
mintline.keys.kek=credential-store:mintline/kek
mintline.keys.stores=$base/configuration/keys/smdpplus-nist.p12,$base/configuration/keys/smdpplus-brainpool.p12,$base/configuration/keys/images.p12
mintline.keys.stores.passphrase=credential-store:mintline/key-stores
mintline.keys.certificate-issuers=$base/configuration/keys/certificate-issuers
mintline.console.administrator.password=credential-store:mintline/administrator
mintline.notification.key-store=$base/configuration/keys/es2plus.p12
mintline.notification.trust-store=$base/configuration/keys/operators.p12
mintline.notification.passphrase=credential-store:mintline/key-stores
PROPERTIES
  if is_factory; then sed "s|@base@|$base|" "$MINTLINE_ROOT/wildfly-config/factory/mintline.properties" >>"$properties"; fi
}

# Runs a CLI script in an embedded server that is not started; prints what went wrong and fails on the first error.
run_cli() {
  local script=$1 base answer
  base=$(server_base)
  if ! answer=$(JAVA_OPTS="$SHORT_LIVED -Djboss.server.base.dir=$base" \
    "$(wildfly_home)/bin/jboss-cli.sh" --no-color-output --echo-command --file="$script" 2>&1 </dev/null); then
    tail -n 20 <<<"$answer" >&2
    return 1
  fi
  printf '%s\n' "$answer"
}
