# What all scripts share: messages, what the machine must have, where things lie. Sourced, never run.

MINTLINE_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
export MINTLINE_HOME=${MINTLINE_HOME:-$MINTLINE_ROOT/.mintline}
MINTLINE_SMDPPLUS_ADDRESS=${MINTLINE_SMDPPLUS_ADDRESS:-smdpplus.mintline.test}
MINTLINE_PORT_OFFSET=${MINTLINE_PORT_OFFSET:-0}
MINTLINE_MATERIAL=${MINTLINE_MATERIAL:-$(dirname "$MINTLINE_ROOT")/shared/data}

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "mintline: $*"
  exit 1
}

# The text of a <property> of the parent POM.
pom_property() { sed -n "s:.*<$1>\(.*\)</$1>.*:\1:p" "$MINTLINE_ROOT/pom.xml" | head -n 1; }

# Finds a JDK of release 17 or later: JAVA_HOME, or else the javac on the path.
need_java() {
  local compiler
  if [[ -n ${JAVA_HOME:-} && -x $JAVA_HOME/bin/javac ]]; then
    compiler=$JAVA_HOME/bin/javac
  else
    compiler=$(command -v javac) || fail "a JDK, release 17 or later, is missing (Debian: apt-get install openjdk-17-jdk-headless)"
    compiler=$(readlink -f "$compiler")
    export JAVA_HOME=${compiler%/bin/javac}
  fi
  local release
  release=$("$compiler" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  [[ ${release:-0} -ge 17 ]] || fail "JDK 17 or later is needed, $JAVA_HOME is ${release:-unknown}"
  JAVA=$JAVA_HOME/bin/java
}

need_maven() {
  command -v mvn >/dev/null || fail "Maven 3.8 or later is missing (Debian: apt-get install maven)"
}

# Without the escape sequences that Maven writes at its end even where there is no terminal.
maven() {
  (cd "$MINTLINE_ROOT" && MAVEN_OPTS="${MAVEN_OPTS:-} -Djansi.noreset=true" mvn --batch-mode --no-transfer-progress "$@" </dev/null)
}

# A goal of the pinned dependency plugin, outside the modules.
dependency() {
  local goal=$1
  shift
  maven --quiet --non-recursive "org.apache.maven.plugins:maven-dependency-plugin:$(pom_property plugin.dependency.version):$goal" "$@"
}

# Installs Debian packages, if this is Debian and one may.
apt_install() {
  local what=$1
  shift
  command -v apt-get >/dev/null || fail "$what is missing, and there is no apt-get to install it with: $*"
  local run=()
  if [[ $(id -u) -ne 0 ]]; then
    sudo -n true 2>/dev/null || fail "$what is missing: sudo apt-get install $*"
    run=(sudo -n)
  fi
  say "Installing $what with apt-get: $*"
  "${run[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq update </dev/null >&2
  "${run[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$@" </dev/null >&2 ||
    fail "apt-get could not install $*"
}

# For programs that end within seconds: the second compiler would take more time than it saves.
SHORT_LIVED=-XX:TieredStopAtLevel=1

# 32 characters from the system's random source.
random_password() { head -c 1024 /dev/urandom | LC_ALL=C tr -dc 'A-Za-z0-9' | head -c 32; }

# runs_in PROCESS FOLDER [OPTION]: whether a process was started with this folder as an argument. What a file says of a process may
# be old, and the number another's by now.
runs_in() {
  local argument
  while IFS= read -r -d '' argument; do
    [[ $argument != "${3:-}"* || ! ${argument#"${3:-}"} -ef $2 ]] || return 0
  done 2>/dev/null <"/proc/$1/cmdline"
  return 1
}

# Whether somebody listens on a port of 127.0.0.1.
answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# An HTTP GET on 127.0.0.1 without any tool: prints the answer with its head; fails if nobody answers.
http_get() {
  local port=$1 path=$2
  (
    exec 3<>"/dev/tcp/127.0.0.1/$port"
    printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$path" >&3
    timeout 10 cat <&3
  ) 2>/dev/null
}
