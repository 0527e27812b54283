# The keys that the server is started with. Sourced, never run.

# make_keys: fills configuration/keys from a fresh test PKI, whose other half (operator, station, device) stays in the state folder.
# MINTLINE_CERTIFICATE_ISSUERS_OF names the folder of another test PKI, whose eUICCs shall know this server: its eSIM CIs issue the keys then.
# All PKCS#12 files are encrypted under $KEY_STORE_PASSWORD, which is passed on by the environment, not by arguments.
make_keys() {
  local keys pki issuers=()
  [[ -z ${MINTLINE_CERTIFICATE_ISSUERS_OF:-} ]] || issuers=(--certificate-issuers-of "$MINTLINE_CERTIFICATE_ISSUERS_OF")
  keys=$(server_base)/configuration/keys
  pki=$MINTLINE_HOME/pki
  say "Making a test PKI in $pki"
  rm -rf "$pki" "${keys:?}"/*
  "$JAVA" "$SHORT_LIVED" -jar "$MINTLINE_ROOT/device-simulator/target/device-simulator.jar" pki create --out "$pki" \
    --address "$MINTLINE_SMDPPLUS_ADDRESS" --euiccs 2 "${issuers[@]}" >/dev/null || fail "cannot make a test PKI"
  chmod 700 "$pki"
  reencrypt "$pki/operator"
  reencrypt "$pki/station"
  mv "$pki"/listeners/*.p12 "$pki"/smdpplus/*.p12 "$keys/"
  rmdir "$pki/listeners" "$pki/smdpplus"
  cp -r "$pki/certificate-issuers" "$keys/"
  rm -f "$keys"/certificate-issuers/*.der
  make_line_key "$keys" "$pki"
  chmod 600 "$keys"/*.p12
}

# The key and self-signed certificate by which this server shows itself to those at the other end of its lines.
make_line_key() {
  local keys=$1 pki=$2
  "$JAVA_HOME/bin/keytool" "-J$SHORT_LIVED" -genkeypair -alias line -keyalg EC -groupname secp256r1 -sigalg SHA256withECDSA -validity 3650 \
    -dname "CN=Mintline line" -ext "san=dns:localhost,ip:127.0.0.1" -storetype PKCS12 -keystore "$keys/line.p12" \
    -storepass:env KEY_STORE_PASSWORD >/dev/null 2>&1 || fail "cannot make the key of lines"
  "$JAVA_HOME/bin/keytool" "-J$SHORT_LIVED" -exportcert -rfc -alias line -keystore "$keys/line.p12" -storetype PKCS12 -storepass:env KEY_STORE_PASSWORD \
    -file "$pki/line.pem" >/dev/null 2>&1 || fail "cannot write the certificate of lines"
}

# Operators and stations are somebody else than the server: their files get a passphrase of their own, which lies beside them.
reencrypt() {
  local folder=$1 file
  local PARTNER_PASSWORD
  PARTNER_PASSWORD=$(random_password)
  export PARTNER_PASSWORD
  (umask 077 && printf '%s\n' "$PARTNER_PASSWORD" >"$folder/passphrase")
  for file in "$folder"/*.p12; do
    "$JAVA_HOME/bin/keytool" "-J$SHORT_LIVED" -importkeystore -srckeystore "$file" -srcstoretype PKCS12 -srcstorepass:env KEY_STORE_PASSWORD \
      -destkeystore "$file.new" -deststoretype PKCS12 -deststorepass:env PARTNER_PASSWORD >/dev/null 2>&1 ||
      fail "cannot encrypt $file"
    mv "$file.new" "$file"
    chmod 600 "$file"
  done
}
