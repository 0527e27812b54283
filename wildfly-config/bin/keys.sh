# The key stores of the listeners. Sourced, never run.

# make_key_stores: fills configuration/keys, encrypted under $KEY_STORE_PASSWORD (from the environment, not from arguments).
make_key_stores() {
  local keys
  keys=$(server_base)/configuration/keys
  rm -f "$keys"/*.p12
  local store
  for store in es9plus es2plus console; do
    self_signed "$keys/$store.p12" localhost
  done
  self_signed "$keys/operators.p12" nobody
  chmod 600 "$keys"/*.p12
}

self_signed() {
  "$JAVA_HOME/bin/keytool" -genkeypair -keystore "$1" -storetype PKCS12 -storepass:env KEY_STORE_PASSWORD \
    -alias server -keyalg EC -groupname secp256r1 -dname "CN=$2" -ext san=dns:localhost,ip:127.0.0.1 -validity 397 2>/dev/null
}
