package earshot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import earshot.ConfigFolder;
import earshot.store.Database;
import earshot.store.FolderLock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program says when it cannot start: plain sentences, an exit code, no stack trace. */
class StartTest {
  @TempDir private Path folder;
  private ConfigFolder config;

  /** What a command came to. */
  private record Said(int exit, String text) {}

  @BeforeEach
  void write() {
    config = ConfigFolder.at(folder.resolve("config"));
  }

  private Said say(String... command) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8);
    try {
      System.setOut(both);
      System.setErr(both);
      int exit = Main.run(command);
      return new Said(exit, said.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private Said start() {
    return say("run", "--config", config.folder().toString());
  }

  private static void assertPlain(Said said, int exit, String... parts) {
    assertThat(said.text()).contains(parts).doesNotContain("\tat ").doesNotContain("Exception");
    assertThat(said.exit()).isEqualTo(exit);
  }

  @Test
  void brokenYamlIsNamedWithItsLine() {
    config.write("schools/vale.yaml", "name: Kestrel\naliases: [Kes\n");
    assertPlain(start(), 1, "vale.yaml:");
    assertPlain(say("check", "--config", config.folder().toString()), 1, "vale.yaml:");
  }

  @Test
  void anUnknownKeyIsNamedWithItsLine() {
    config.write("earshot.yaml", ConfigFolder.SETTINGS + "colour: red\n");
    assertPlain(start(), 1, "earshot.yaml:5", "colour");
  }

  @Test
  void aBadRuleIsNamedWithItsLine() {
    config.write("keywords/names.txt", "list: names\n\nvale\n\"kestrel\n");
    assertPlain(start(), 1, "names.txt:4");
  }

  @Test
  void idsTakenTwiceAreNamed() {
    config.write(
        "sources/more.yaml", "sources:\n  - id: talk\n    url: https://more.example/feed\n");
    assertPlain(start(), 1, "talk", "web.yaml");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    assertPlain(say("run", "--config", folder.resolve("none").toString()), 1, "none", "--config");
  }

  @Test
  void aPortInUseIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      config.write(
          "earshot.yaml",
          ConfigFolder.SETTINGS + "web:\n  port: %d\n".formatted(taken.getLocalPort()));
      assertPlain(start(), 2, Integer.toString(taken.getLocalPort()), "port");
    }
  }

  @Test
  void aSecondInstanceOnTheFolderIsToldSo() {
    FolderLock first = FolderLock.of(folder.resolve("data"));
    try {
      assertPlain(start(), 2, "already running", "data");
    } finally {
      first.close();
    }
  }

  @Test
  void aDatabaseThatIsNoneIsNamed() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data/earshot.db"), "This is not a database. ".repeat(100));
    assertPlain(start(), 2, "earshot.db", "damaged", "backup");
  }

  @Test
  void aLockedDatabaseIsNamed() throws Exception {
    Path file = folder.resolve("data/earshot.db");
    Database.open(file).close();
    try (var other = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = other.createStatement()) {
      statement.execute("PRAGMA locking_mode=EXCLUSIVE");
      statement.execute("BEGIN EXCLUSIVE");
      assertPlain(start(), 2, "earshot.db", "locked by another program");
    }
  }

  @Test
  void aFullDiskIsNamed() throws Exception {
    Path disk = Files.createDirectories(folder.resolve("disk"));
    boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=64k", "none", disk.toString());
    assumeThat(mounted).as("No small disk can be mounted here; run as root to prove it.").isTrue();
    try {
      config.write("earshot.yaml", ConfigFolder.SETTINGS.replace("../data", disk.toString()));
      assertPlain(start(), 2, "full", "Free some space");
    } finally {
      run("umount", disk.toString());
    }
  }

  @Test
  void aReadOnlyFolderIsNamed() throws Exception {
    Path disk = Files.createDirectories(folder.resolve("readonly"));
    boolean mounted = run("mount", "-t", "tmpfs", "-o", "ro", "none", disk.toString());
    assumeThat(mounted).as("No read-only disk can be mounted here; run as root.").isTrue();
    try {
      config.write("earshot.yaml", ConfigFolder.SETTINGS.replace("../data", disk.toString()));
      assertPlain(start(), 2, "Cannot write to", "earshot.yaml");
    } finally {
      run("umount", disk.toString());
    }
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
