# The benches. Sourced, never run.

# Measures the running server, or one on PostgreSQL that is started for it; personalisation needs none.
bench() {
  local options=() pid class_path
  case ${rest[0]:-} in
    download | import | bulk)
      [[ ${rest[0]} != bulk ]] || { install_iproute2 && trap stop_support_server EXIT && start_support_server; }
      server_pid >/dev/null || { database=postgresql && start; }
      options=(--home "$MINTLINE_HOME" --port-offset "$MINTLINE_PORT_OFFSET" --address "$MINTLINE_SMDPPLUS_ADDRESS")
      if pid=$(postgresql_pid); then options+=(--database-process "$pid"); fi
      ;;&
    bulk)
      options+=(--line "$bench_line" --support-home "$(support_home)" --support-port-offset "$(support_port_offset)")
      if pid=$(support_server postgresql_pid); then options+=(--support-database-process "$pid"); fi
      ;;
    personalise)
      class_path=$(benchmark_class_path)
      options=(--class-path "$class_path")
      ;;
  esac
  build_if_needed
  MINTLINE_JAVA_OPTIONS=${MINTLINE_JAVA_OPTIONS:--Xmx2g} program bench "${rest[@]}" "${options[@]}"
}

# Its ss counts the bytes of a line.
install_iproute2() {
  command -v ss >/dev/null || apt_install iproute2 iproute2
}

# The second server of bench bulk: its state lies below that of the first, its ports a hundred above.
bench_line=bench

support_home() { printf '%s\n' "$MINTLINE_HOME/support"; }

support_port_offset() { printf '%s\n' $((MINTLINE_PORT_OFFSET + 100)); }

# support_server FUNCTION: carries it out for the second server.
support_server() {
  local offset
  offset=$(support_port_offset)
  (MINTLINE_HOME=$(support_home) MINTLINE_PORT_OFFSET=$offset MINTLINE_DATABASE_URL="" database=postgresql && "$@")
}

# Starts it, with a line between the two; the first server is started anew if it does not know that line yet.
start_support_server() {
  local keys
  build_if_needed
  database=postgresql
  if ! line_names | grep -qx "$bench_line"; then
    stop
    keys=$MINTLINE_HOME/$bench_line.key-set
    prepare_postgresql
    configure
    support_server make_server
    rm -f "$keys" "$keys.other"
    line_key_set "$keys"
    support_server join_line "$MINTLINE_PORT_OFFSET" "$MINTLINE_HOME/pki/line.pem" "$keys.other"
    join_line "$(support_port_offset)" "$(support_home)/pki/line.pem" "$keys"
  fi
  support_server start
}

make_server() {
  prepare_postgresql
  configure
}

# join_line OFFSET CERTIFICATE KEYS: the line to the server whose ports have that offset.
join_line() { line_add "$bench_line" --host localhost --line-port $((8447 + $1)) --certificate "$2" --key-set "$3"; }

stop_support_server() { support_server stop; }

# Compiles the JMH benchmarks, which are among the tests of rsp-protocol, and prints what they need.
benchmark_class_path() {
  local module=$MINTLINE_ROOT/rsp-protocol
  need_java
  need_maven
  say "Compiling the benchmarks"
  maven --quiet --projects rsp-protocol -DskipTests test-compile dependency:build-classpath \
    "-Dmdep.outputFile=$module/target/benchmark.classpath" -Dmdep.includeScope=test >&2 || fail "the benchmarks do not compile"
  printf '%s:%s:%s\n' "$module/target/test-classes" "$module/target/classes" "$(cat "$module/target/benchmark.classpath")"
}
