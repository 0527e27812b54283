# The server's generated secrets, in an Elytron credential store. Sourced, never run.
#
# bootstrap.store holds one AES key, readable by the server's user alone. Under it lies the encrypted password of
# mintline.store, which holds everything else by alias: `kek` (the key-encryption
# key), `key-stores`, `h2`, `postgresql`, `administrator`.

make_secrets() {
  local configuration
  configuration=$(server_base)/configuration
  [[ -e $configuration/mintline.store ]] && return
  local script=$configuration/secrets.cli password
  password=$(random_password)
  local KEY_STORE_PASSWORD
  KEY_STORE_PASSWORD=$(random_password)
  (
    umask 077
    cat >"$script" <<CLI
embed-server --server-config=secrets.xml --empty-config --remove-existing --std-out=discard
/extension=org.wildfly.extension.elytron:add
/subsystem=elytron:add
/subsystem=elytron/secret-key-credential-store=bootstrap:add(relative-to=jboss.server.config.dir, path=bootstrap.store)
/subsystem=elytron/expression=encryption:add(resolvers=[{name=bootstrap, credential-store=bootstrap, secret-key=key}], default-resolver=bootstrap)
/subsystem=elytron/expression=encryption:create-expression(clear-text=$password)
/subsystem=elytron/credential-store=mintline:add(relative-to=jboss.server.config.dir, path=mintline.store, create=true, credential-reference={clear-text=$password})
/subsystem=elytron/credential-store=mintline:add-alias(alias=key-stores, secret-value=$KEY_STORE_PASSWORD)
/subsystem=elytron/credential-store=mintline:add-alias(alias=kek, secret-value="$(head -c 32 /dev/urandom | base64)")
/subsystem=elytron/credential-store=mintline:add-alias(alias=administrator, secret-value=$(administrator_password))
/subsystem=elytron/credential-store=mintline:add-alias(alias=h2, secret-value=$(random_password))
/subsystem=elytron/credential-store=mintline:add-alias(alias=postgresql, secret-value="$(postgresql_password)")
stop-embedded-server
CLI
  )
  rm -f "$configuration"/bootstrap.store "$configuration"/mintline.store
  local answer
  answer=$(umask 077 && run_cli "$script") || fail "cannot make the credential store"
  rm -f "$script" "$configuration/secrets.xml"
  grep -o '\${ENC::[^}]*}' <<<"$answer" >"$configuration/mintline.store.password"
  export KEY_STORE_PASSWORD
  make_keys
  chmod 600 "$configuration"/*.store "$configuration/mintline.store.password"
}

# The first password of the console's user administrator, made once and printed then.
administrator_password() {
  local secret=$MINTLINE_HOME/administrator.password
  if [[ ! -s $secret ]]; then
    (umask 077 && random_password >"$secret")
    say "The console's first user is administrator, with the password $(cat "$secret") (kept in $secret; change it in the console)"
  fi
  cat "$secret"
}
