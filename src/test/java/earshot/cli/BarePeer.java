package earshot.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** {@link BareSpringBoot} in a jar of its own, because an AOT cache holds no class of a folder. */
record BarePeer(Path jar, Path cache) {
  static BarePeer in(Path folder) throws IOException {
    Path jar = folder.resolve("bare.jar");
    String name = BareSpringBoot.class.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        InputStream type = BareSpringBoot.class.getClassLoader().getResourceAsStream(name)) {
      entries.putNextEntry(new JarEntry(name));
      type.transferTo(entries);
    }
    return new BarePeer(jar, folder.resolve("bare.aot"));
  }

  List<String> command(int port, boolean cached) {
    return command(
        cached ? List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off") : List.of(),
        Integer.toString(port));
  }

  /** The training run (JEP 514). */
  void record() throws IOException, InterruptedException {
    List<String> options = List.of("-XX:AOTCacheOutput=" + cache, "-Xlog:aot=off", "-Xlog:cds=off");
    new ProcessBuilder(command(options, "0", "once"))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private List<String> command(List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of("-XX:+UseSerialGC", "-Xms48m", "-Xmx1g", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", jar + ":" + BuiltProgram.LIBRARIES));
    command.add(BareSpringBoot.class.getName());
    command.addAll(List.of(arguments));
    return command;
  }
}
