package earshot.source;

import com.google.re2j.Pattern;
import earshot.config.Durations;
import earshot.config.Problems;
import earshot.config.Yaml;
import earshot.config.YamlMap;
import earshot.school.Schools;
import earshot.source.Source.Kind;
import earshot.source.Source.Site;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code config/sources/*.yaml}: a list {@code sources} in each file. */
public final class SourceFiles {
  private static final java.util.regex.Pattern ID =
      java.util.regex.Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final Set<String> PLATFORMS =
      Set.of(
          "facebook",
          "x",
          "instagram",
          "reddit",
          "mumsnet",
          "google-review",
          "news-comment",
          "news",
          "blog",
          "youtube",
          "bluesky",
          "mastodon",
          "tiktok",
          "nextdoor",
          "linkedin",
          "wikipedia",
          "forum");
  private static final Duration FEED_EVERY = Duration.ofMinutes(30);
  private static final Duration PAGE_EVERY = Duration.ofHours(6);

  private final Problems problems;
  private final Schools schools;
  private final Map<String, Path> ids = new HashMap<>();
  private final List<Source> sources = new ArrayList<>();

  private SourceFiles(Problems problems, Schools schools) {
    this.problems = problems;
    this.schools = schools;
  }

  /** Every source of the folder that can be understood; the rest goes to the problems. */
  public static List<Source> read(Path folder, Schools schools, Problems problems) {
    SourceFiles files = new SourceFiles(problems, schools);
    List<Path> found = Yaml.filesIn(folder, problems);
    if (found.isEmpty()) {
      problems.add(folder, 0, "there is no source to listen to", "Add a file such as web.yaml");
    }
    for (Path file : found) {
      YamlMap map = Yaml.read(file, problems);
      map.maps("sources").forEach(files::read);
      map.finish();
    }
    return List.copyOf(files.sources);
  }

  private void read(YamlMap map) {
    String id = id(map);
    Kind kind =
        map.value(
            "kind",
            Kind.FEED,
            "feed (or page, site)",
            w -> Kind.valueOf(w.toUpperCase(Locale.ROOT)));
    List<URI> start = addresses(map, "url");
    if (start.isEmpty() && !map.has("url")) {
      map.wrong("url", "'url' is missing", "Add a line 'url: https://…'");
    }
    List<String> listenedFor = schools(map);
    Duration usual = kind == Kind.FEED ? FEED_EVERY : PAGE_EVERY;
    Duration every = map.value("every", usual, "30 min", SourceFiles::interval);
    String platform = map.textOr("platform", kind == Kind.FEED ? "news" : "forum");
    if (!PLATFORMS.contains(platform)) {
      map.wrong(
          "platform",
          "'" + platform + "' is not a platform",
          "Use one of: " + String.join(", ", PLATFORMS.stream().sorted().toList()));
    }
    String name = map.textOr("name", id);
    Site site = kind == Kind.SITE ? site(map) : null;
    map.finish();
    if (!id.isEmpty() && !start.isEmpty()) {
      sources.add(new Source(id, name, kind, start, listenedFor, every, platform, site));
    }
  }

  private String id(YamlMap map) {
    String id = map.text("id");
    if (!id.isEmpty() && !ID.matcher(id).matches()) {
      map.wrong("id", "'" + id + "' cannot be an id", "Use small letters, digits and hyphens");
      return "";
    }
    Path other = id.isEmpty() ? null : ids.putIfAbsent(id, map.file());
    if (other != null) {
      map.wrong("id", "the id '" + id + "' is taken in " + other, "Give this source another id");
      return "";
    }
    return id;
  }

  private List<String> schools(YamlMap map) {
    List<String> references = map.has("schools") ? map.texts("schools") : List.of("*");
    for (String reference : references) {
      if (!schools.knows(reference)) {
        map.wrong(
            "schools",
            "there is no school or trust '" + reference + "'",
            "Correct the name, or add its file to config/schools");
      }
    }
    return references;
  }

  private static List<URI> addresses(YamlMap map, String key) {
    List<URI> addresses = new ArrayList<>();
    for (String text : map.texts(key)) {
      URI address = address(text);
      if (address == null) {
        map.wrong(
            key,
            "'" + text + "' is not a web address",
            "Write it in full, like https://forum.example/school");
      } else {
        addresses.add(address);
      }
    }
    return addresses;
  }

  private static @Nullable URI address(String text) {
    try {
      URI address = URI.create(text);
      boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      return web && address.getHost() != null ? address : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static Duration interval(String text) {
    Duration every = Durations.parse(text);
    if (every.compareTo(Duration.ofSeconds(1)) < 0 || every.compareTo(Duration.ofDays(7)) > 0) {
      throw new IllegalArgumentException("between a second and a week");
    }
    return every;
  }

  private static Site site(YamlMap map) {
    String link = map.textOrNull("links");
    if (link != null) {
      try {
        Pattern.compile(link);
      } catch (com.google.re2j.PatternSyntaxException e) {
        map.wrong(
            "links",
            "'" + link + "' is not a pattern: " + e.getMessage(),
            "Correct it, or remove the line to follow every link of the site");
        link = null;
      }
    }
    return new Site(
        addresses(map, "sitemaps"),
        link,
        map.value("depth", 1, "0, 1 or 2", text -> within(text, 0, Site.MOST_DEPTH)),
        map.value("pages", Site.MOST_PAGES, "50", text -> within(text, 1, Site.MOST_PAGES)));
  }

  private static int within(String text, int least, int most) {
    int number = Integer.parseInt(text);
    if (number < least || number > most) {
      throw new IllegalArgumentException(least + " to " + most);
    }
    return number;
  }
}
