# A PostgreSQL of its own for tests and trials, on 127.0.0.1 below the state folder. Sourced, never run.

postgresql_port() { printf '%s\n' $((15432 + MINTLINE_PORT_OFFSET)); }

# Root's PostgreSQL runs as user postgres, who may not reach the state folder.
postgresql_data() {
  if [[ $(id -u) -ne 0 ]] || as_postgres test -x "$(dirname "$MINTLINE_HOME")" 2>/dev/null; then
    printf '%s\n' "$MINTLINE_HOME/postgresql"
  else
    printf '/var/lib/postgresql/mintline-%s\n' "$(sha256sum <<<"$MINTLINE_HOME" | cut -c -12)"
  fi
}

postgresql_programs() {
  local programs
  programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
  if [[ -z $programs ]] && command -v initdb >/dev/null; then programs=$(dirname "$(readlink -f "$(command -v initdb)")"); fi
  printf '%s\n' "$programs"
}

install_postgresql() {
  [[ -n $(postgresql_programs) ]] && return
  # Debian's package would start a server of its own; this keeps it from doing so.
  [[ $(id -u) -ne 0 || -e /etc/postgresql-common/createcluster.conf ]] || {
    mkdir -p /etc/postgresql-common
    printf 'create_main_cluster = false\n' >/etc/postgresql-common/createcluster.conf
  }
  apt_install PostgreSQL postgresql
  [[ -n $(postgresql_programs) ]] || fail "PostgreSQL is missing"
}

# PostgreSQL refuses to run as root: then it runs as the system's user postgres.
as_postgres() {
  if [[ $(id -u) -eq 0 ]]; then
    (cd / && runuser -u postgres -- "$@")
  else
    "$@"
  fi
}

# The password of user mintline: the operator's own, or one that is made once.
postgresql_password() {
  local secret=$MINTLINE_HOME/postgresql.password
  if [[ -n ${MINTLINE_DATABASE_PASSWORD:-} ]]; then
    printf '%s\n' "$MINTLINE_DATABASE_PASSWORD"
  else
    mkdir -p "$MINTLINE_HOME"
    [[ -s $secret ]] || (umask 077 && random_password >"$secret")
    cat "$secret"
  fi
}

# start_postgresql PASSWORD: starts the cluster, having made it with user and database mintline if there is none.
start_postgresql() {
  local password=$1 data programs
  data=$(postgresql_data)
  programs=$(postgresql_programs)
  [[ -e $data/PG_VERSION ]] || create_cluster "$password"
  if postgresql_pid >/dev/null; then return; fi
  as_postgres "$programs/pg_ctl" --pgdata="$data" --log="$data/postgresql.log" --wait --silent \
    --options="-c listen_addresses=127.0.0.1 -c port=$(postgresql_port) -c unix_socket_directories= -c max_connections=100 -c shared_buffers=128MB" \
    start </dev/null >&2 || fail "PostgreSQL does not start, see $data/postgresql.log"
  PGPASSWORD=$password "$programs/psql" --host=127.0.0.1 --port="$(postgresql_port)" --username=mintline --dbname=postgres \
    --quiet --tuples-only --command="SELECT 'CREATE DATABASE mintline' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'mintline')" |
    PGPASSWORD=$password "$programs/psql" --host=127.0.0.1 --port="$(postgresql_port)" --username=mintline --dbname=postgres --quiet >&2
}

create_cluster() {
  local password=$1 data programs secret
  data=$(postgresql_data)
  programs=$(postgresql_programs)
  mkdir -p "$data"
  secret=$(mktemp)
  printf '%s\n' "$password" >"$secret"
  if [[ $(id -u) -eq 0 ]]; then chown postgres "$data" "$secret"; fi
  as_postgres "$programs/initdb" --pgdata="$data" --username=mintline --pwfile="$secret" --auth=scram-sha-256 \
    --encoding=UTF8 --locale=C.UTF-8 >/dev/null || fail "initdb failed"
  rm -f "$secret"
}

stop_postgresql() {
  local data
  data=$(postgresql_data)
  postgresql_pid >/dev/null || return 0
  as_postgres "$(postgresql_programs)/pg_ctl" --pgdata="$data" --mode=fast --wait --silent stop >&2
}

# The first process of the PostgreSQL that was started here, or failure.
postgresql_pid() {
  local pid
  pid=$(head -n 1 "$(postgresql_data)/postmaster.pid" 2>/dev/null) && runs_in "$pid" "$(postgresql_data)" && printf '%s\n' "$pid"
}
