# The keys that the server is started with. Sourced, never run.

# make_keys: fills configuration/keys from a fresh test PKI, whose other half (operator, device) stays in the state folder.
# All PKCS#12 files are encrypted under $KEY_STORE_PASSWORD, which is passed on by the environment, not by arguments.
make_keys() {
  local keys pki
  keys=$(server_base)/configuration/keys
  pki=$MINTLINE_HOME/pki
  say "Making a test PKI in $pki"
  rm -rf "$pki" "${keys:?}"/*
  "$JAVA" -jar "$MINTLINE_ROOT/device-simulator/target/device-simulator.jar" pki create --out "$pki" \
    --address "$MINTLINE_SMDPPLUS_ADDRESS" >/dev/null || fail "cannot make a test PKI"
  chmod 700 "$pki"
  mv "$pki"/listeners/*.p12 "$pki"/smdpplus/*.p12 "$keys/"
  rmdir "$pki/listeners" "$pki/smdpplus"
  cp -r "$pki/certificate-issuers" "$keys/"
  rm -f "$keys"/certificate-issuers/*.der
  chmod 600 "$keys"/*.p12
}
