# Sourced by ./dev and ./earshot: sets JAVA_HOME to a JDK of 21 or newer, or says what to install and stops.

jdk_version() { # prints the major version of the JDK in $1, or nothing
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] &&
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

find_jdk() {
  best= best_version=20
  on_path=$(command -v javac 2>/dev/null) && on_path=$(readlink -f "$on_path") && on_path=${on_path%/bin/javac}
  for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.m2/jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$candidate" ] || continue
    version=$(jdk_version "$candidate") || continue
    [ -n "$version" ] || continue
    # the one that is already chosen wins when it is new enough
    if [ "$candidate" = "${JAVA_HOME:-}" ] && [ "$version" -ge 21 ]; then
      best=$candidate
      break
    fi
    if [ "$version" -gt "$best_version" ]; then
      best=$candidate best_version=$version
    fi
  done
  if [ -z "$best" ]; then
    echo "Earshot needs a JDK of 21 or newer and found none." >&2
    echo "Install one (Debian 13: apt install openjdk-21-jdk; any system: https://adoptium.net) or set JAVA_HOME to it, and run this again." >&2
    exit 2
  fi
  JAVA_HOME=$best
  export JAVA_HOME
}

find_jdk
