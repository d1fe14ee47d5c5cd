package earshot.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code earshot run} in a process of its own, started as the script {@code earshot} starts it. */
final class BuiltProgram {
  private static final Path APP = Path.of("target/app").toAbsolutePath();
  private static final Path CACHE = APP.resolve("earshot.aot");
  static final String LIBRARIES = APP.resolve("lib") + "/*";

  private BuiltProgram() {}

  static boolean hasCache() {
    return Files.exists(CACHE);
  }

  /** As {@code dev build} left it, with its AOT cache or without. */
  static List<String> run(Path config, boolean cache, String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    if (cache && hasCache()) {
      all.addAll(List.of("-XX:AOTCache=" + CACHE, "-Xlog:aot=off", "-Xlog:cds=off"));
    }
    // the class path must be the one that the cache was made with
    return java(all, APP.resolve("earshot.jar") + ":" + LIBRARIES, config);
  }

  /** From the classes that the tests run with, which no older build can stand in for. */
  static List<String> runClasses(Path config, String... options) {
    return java(List.of(options), System.getProperty("java.class.path"), config);
  }

  private static List<String> java(List<String> options, String path, Path config) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:+UseSerialGC", "-Xms48m", "-Xmx1g", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(options);
    command.addAll(List.of("-cp", path, "earshot.cli.Main", "run", "--config", config.toString()));
    return command;
  }
}
