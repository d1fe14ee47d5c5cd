package earshot.listen;

import earshot.config.Problems;
import earshot.config.Settings;
import earshot.school.Policy;
import earshot.school.School;
import earshot.school.SchoolFiles;
import earshot.school.Schools;
import earshot.source.Source;
import earshot.source.SourceFiles;
import earshot.watch.KeywordFiles;
import earshot.watch.KeywordList;
import earshot.watch.Watcher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that people wrote in {@code config/}, understood and checked against itself. */
public record Configuration(
    Settings settings,
    Schools schools,
    Policy policy,
    List<Source> sources,
    List<KeywordList> lists,
    Watcher watcher) {
  public Configuration {
    sources = List.copyOf(sources);
    lists = List.copyOf(lists);
  }

  /** Reads the folder; everything that is wrong in it goes to the problems. */
  public static Configuration read(
      Path folder, Map<String, String> environment, Problems problems) {
    if (!Files.isDirectory(folder)) {
      problems.add(
          folder,
          0,
          "there is no such folder",
          "Run Earshot where 'config' is, or add --config DIR");
      problems.orThrow();
    }
    Settings settings = Settings.read(folder.resolve("earshot.yaml"), environment, problems);
    Schools schools = SchoolFiles.read(folder.resolve("schools"), problems);
    List<Source> sources = SourceFiles.read(folder.resolve("sources"), schools, problems);
    List<KeywordList> lists = KeywordFiles.read(folder.resolve("keywords"), schools, problems);
    Path policy = folder.resolve("policy.yaml");
    checkEachSchoolIsHeard(folder, schools, sources, lists, problems);
    return new Configuration(
        settings,
        schools,
        Files.exists(policy) ? Policy.read(policy, problems) : new Policy(Map.of()),
        sources,
        lists,
        Watcher.of(schools, lists));
  }

  private static void checkEachSchoolIsHeard(
      Path folder,
      Schools schools,
      List<Source> sources,
      List<KeywordList> lists,
      Problems problems) {
    if (lists.isEmpty() || sources.isEmpty()) {
      return; // said already
    }
    for (School school : schools.schools()) {
      boolean listed =
          Watcher.listsOf(schools, school, lists).stream()
              .anyMatch(list -> list.kind() == KeywordList.Kind.LISTEN && !list.rules().isEmpty());
      if (!listed) {
        problems.add(
            folder.resolve("keywords"),
            0,
            "no list says what to listen for at " + school.name(),
            "Add '" + school.id() + "' to the line 'schools:' of a list");
      }
      if (sources.stream().noneMatch(s -> schools.meant(s.schools()).contains(school))) {
        problems.add(
            folder.resolve("sources"),
            0,
            "no source is read for " + school.name(),
            "Add '" + school.id() + "' to 'schools' of a source");
      }
    }
  }

  public Optional<Source> source(String id) {
    return sources.stream().filter(source -> source.id().equals(id)).findFirst();
  }
}
