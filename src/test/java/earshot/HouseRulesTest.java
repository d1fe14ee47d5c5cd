package earshot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;

/** The table of packages in docs/architecture.md, proved; and how large files and packages are. */
class HouseRulesTest {
  private static final Path MAIN = Path.of("src/main/java/earshot");
  private static final int LONGEST_FILE = 300;
  private static final int FULLEST_PACKAGE = 15;
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("earshot");

  /** Which rooms each room may use, in the order of the table. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("config", Set.of()),
          Map.entry("store", Set.of("config")),
          Map.entry("school", Set.of("config")),
          Map.entry("query", Set.of()),
          Map.entry("watch", Set.of("config", "school", "query")),
          Map.entry("source", Set.of("config", "school")),
          Map.entry("mention", Set.of("store", "school", "source")),
          Map.entry("judge", Set.of("config", "store", "school", "mention")),
          Map.entry("index", Set.of("store", "query", "mention", "judge")),
          Map.entry("alert", Set.of("store", "school", "mention", "judge")),
          Map.entry("mail", Set.of("config", "store", "alert")),
          Map.entry(
              "listen",
              Set.of(
                  "config", "store", "school", "query", "watch", "source", "mention", "judge",
                  "index", "alert")));

  private static String room(String packageName) {
    String[] parts = packageName.split("\\.");
    return parts.length > 1 ? parts[1] : "";
  }

  @Test
  void eachRoomUsesOnlyWhatTheTableAllows() {
    List<String> breaches = new ArrayList<>();
    CLASSES.forEach(
        from -> {
          String room = room(from.getPackageName());
          Set<String> allowed = MAY_USE.get(room);
          if (allowed == null) {
            return;
          }
          from.getDirectDependenciesFromSelf()
              .forEach(
                  use -> {
                    String other = use.getTargetClass().getPackageName();
                    if (other.startsWith("earshot.")
                        && !room(other).equals(room)
                        && !allowed.contains(room(other))) {
                      breaches.add(
                          room + " must not use " + room(other) + ": " + use.getDescription());
                    }
                  });
        });
    assertThat(breaches).isEmpty();
  }

  @Test
  void upperRoomsAreNotUsedFromBelow() {
    noClasses()
        .that()
        .resideInAPackage("earshot.schedule..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("earshot.web..", "earshot.cli..")
        .allowEmptyShould(true)
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("earshot.web..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("earshot.cli..")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void noCycle() {
    slices().matching("earshot.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void noPlatformSeesABrother() {
    slices()
        .matching("earshot.source.(*)..")
        .should()
        .notDependOnEachOther()
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void enginesStayInOneRoom() {
    onlyIn("org.quartz..", "earshot.schedule..");
    onlyIn("org.apache.lucene..", "earshot.index..");
    onlyIn("okhttp3..", "earshot.source..");
    onlyIn("org.jsoup..", "earshot.source..");
    onlyIn("com.rometools..", "earshot.source.feed..");
    // the demonstration's mailbox is the other side: it reads what was delivered
    onlyIn("org.eclipse.angus..", "earshot.mail..");
    onlyIn("jakarta.mail..", "earshot.mail..", "earshot.cli.demo..");
  }

  private static void onlyIn(String engine, String... rooms) {
    noClasses()
        .that()
        .resideOutsideOfPackages(rooms)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(engine)
        .check(CLASSES);
  }

  @Test
  void filesAndPackagesStaySmall() throws IOException {
    List<String> tooLong = new ArrayList<>();
    Map<Path, Integer> files = new TreeMap<>();
    try (var walk = Files.walk(MAIN)) {
      walk.filter(path -> path.toString().endsWith(".java"))
          .forEach(
              path -> {
                int lines = lines(path);
                if (lines > LONGEST_FILE) {
                  tooLong.add(path + ": " + lines + " lines");
                }
                if (!path.endsWith("package-info.java")) {
                  files.merge(path.getParent(), 1, Integer::sum);
                }
              });
    }
    assertThat(tooLong).isEmpty();
    assertThat(files)
        .allSatisfy(
            (room, count) ->
                assertThat(count).as("files in " + room).isLessThanOrEqualTo(limit(room)));
  }

  private static int limit(Path room) {
    // one file a page action, one file a command, and the vocabulary of the judge
    return Set.of("web", "cli", "judge").contains(room.getFileName().toString())
        ? 40
        : FULLEST_PACKAGE;
  }

  private static int lines(Path path) {
    try {
      return Files.readAllLines(path).size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyPackageSaysItsJob() throws IOException {
    try (var walk = Files.walk(MAIN)) {
      List<Path> silent =
          walk.filter(Files::isDirectory)
              .filter(folder -> !folder.equals(MAIN))
              .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
              .toList();
      assertThat(silent).isEmpty();
    }
    assertThat(Arrays.asList("service", "util", "impl", "model", "common"))
        .noneMatch(name -> Files.exists(MAIN.resolve(name)));
  }

  @Test
  void everyPageStandsInTheTableOfContents() throws IOException {
    String contents = Files.readString(MAIN.resolve("web/WebApplication.java"));
    assertThat(CLASSES)
        .filteredOn(type -> type.getPackageName().equals("earshot.web"))
        .filteredOn(type -> type.isMetaAnnotatedWith(Component.class))
        // what stands inside a page comes with it
        .filteredOn(type -> !type.isNestedClass() && !type.getSimpleName().equals("WebApplication"))
        .isNotEmpty()
        .allSatisfy(page -> assertThat(contents).contains("  " + page.getSimpleName() + ".class"));
  }
}
