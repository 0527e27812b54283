# WildFly and what is put into it. Sourced, never run.

wildfly_version() { pom_property wildfly.version; }

wildfly_home() { printf '%s\n' "${MINTLINE_WILDFLY:-$MINTLINE_HOME/wildfly-$(wildfly_version)}"; }

# Unpacks WildFly and adds the modules, once for their versions; a half-done attempt is done again.
install_wildfly() {
  local wildfly fingerprint
  wildfly=$(wildfly_home)
  fingerprint=$(distribution_fingerprint)
  [[ $fingerprint == "$(cat "$wildfly/mintline.installed" 2>/dev/null)" ]] && return
  if [[ ! -e $wildfly/jboss-modules.jar ]]; then
    say "Installing WildFly $(wildfly_version) from Maven Central into ${wildfly%/*}"
    local unpacking
    mkdir -p "${wildfly%/*}"
    unpacking=$(mktemp -d "${wildfly%/*}/unpacking.XXXXXX")
    dependency unpack "-Dartifact=org.wildfly:wildfly-dist:$(wildfly_version):zip" "-DoutputDirectory=$unpacking" \
      -Dmdep.overWriteReleases=true
    mv "$unpacking/wildfly-$(wildfly_version)" "$wildfly"
    rmdir "$unpacking"
    rm -rf "$wildfly/standalone/deployments"/* "$wildfly/docs"
  fi
  install_module org/postgresql/jdbc "org.postgresql:postgresql:$(pom_property postgresql.version)"
  install_module org/bouncycastle/bctls "org.bouncycastle:bctls-jdk18on:$(pom_property bouncycastle.version)"
  case $(uname -s)-$(uname -m) in
    Linux-x86_64) install_accp linux-x86_64 ;;
    Linux-aarch64) install_accp linux-aarch_64 ;;
    *) say "No Amazon Corretto Crypto Provider for this machine: the JDK and BouncyCastle do the cryptography" ;;
  esac
  printf '%s\n' "$fingerprint" >"$wildfly/mintline.installed"
}

# What the distribution consists of.
distribution_fingerprint() {
  local name
  {
    for name in wildfly postgresql bouncycastle accp; do pom_property "$name.version"; done
    find "$MINTLINE_ROOT/wildfly-config/modules" -type f -exec sha256sum {} + | cut -d' ' -f1 | sort
  } | sha256sum | cut -d' ' -f1
}

install_accp() {
  install_module com/amazon/corretto/crypto/provider \
    "software.amazon.cryptools:AmazonCorrettoCryptoProvider:$(pom_property accp.version):jar:$1"
}

# A module: its description from here, its jar from Maven Central under a name without version.
install_module() {
  local path=$1 artifact=$2 name
  local module
  module=$(wildfly_home)/modules/$path/main
  name=$(cut -d: -f2 <<<"$artifact")
  mkdir -p "$module"
  cp "$MINTLINE_ROOT/wildfly-config/modules/$path/main/module.xml" "$module/"
  rm -f "$module"/*.jar
  dependency copy "-Dartifact=$artifact" "-DoutputDirectory=$module" -Dmdep.stripVersion=true
  local jar
  for jar in "$module/$name"*.jar; do
    [[ $jar == "$module/$name.jar" ]] || mv "$jar" "$module/$name.jar"
  done
}
