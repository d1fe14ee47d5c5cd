package earshot.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import earshot.source.page.ArticleSet;
import earshot.source.page.Extraction;
import earshot.source.page.Extractor;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages of which it is known what they say, and names that only one of them says. */
record KnownPages(String from, Map<String, ArticleSet.Page> pages, Map<String, String> names) {
  private static final Pattern NAME =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}'’-])\\p{Lu}\\p{Ll}{3,15} \\p{Lu}\\p{Ll}{3,15}(?![\\p{L}\\p{N}'’-])");

  private static final Pattern NOT_TO_BE_READ = Pattern.compile("(?i)<meta[^>]*noindex");

  /** The development set where it lies beside the working copy; else the project's own pages. */
  static KnownPages find(int wanted) throws IOException {
    if (ArticleSet.present()) {
      return of("articles-dev", ArticleSet.read(), wanted);
    }
    System.out.println(
        "The set of real pages is not here (EARSHOT_ARTICLES); the project's own pages are used.");
    return of("the project's own pages", own(), wanted);
  }

  static KnownPages own(int wanted) throws IOException {
    return of("the project's own pages", own(), wanted);
  }

  private static KnownPages of(String from, List<ArticleSet.Page> all, int wanted) {
    Map<String, ArticleSet.Page> pages = new LinkedHashMap<>();
    Map<String, String> said = new LinkedHashMap<>();
    for (ArticleSet.Page page : all) {
      pages.put("/p/" + page.id(), page);
      said.put("/p/" + page.id(), fold(new String(page.html(), StandardCharsets.UTF_8)));
    }
    Map<String, String> names = new LinkedHashMap<>();
    for (Map.Entry<String, ArticleSet.Page> page : pages.entrySet()) {
      String name = nameIn(page.getValue(), page.getKey(), said);
      boolean allowed = !NOT_TO_BE_READ.matcher(said.get(page.getKey())).find();
      if (allowed && name != null && names.size() < wanted && isRead(page.getValue(), name)) {
        names.put(page.getKey(), name);
      }
    }
    return new KnownPages(from, pages, names);
  }

  /**
   * Whether the name stands in what is read of the page; how much is, dev evaluate extract says.
   */
  private static boolean isRead(ArticleSet.Page page, String name) {
    Extraction read =
        new Extractor(InstantSource.system())
            .extract(page.html(), null, URI.create("https://known.example/p/" + page.id()));
    return read.kind() == Extraction.Kind.ARTICLE && fold(read.text()).contains(fold(name));
  }

  /** A name in what the page is known to say, which no other page says anywhere. */
  private static String nameIn(ArticleSet.Page page, String path, Map<String, String> said) {
    for (String snippet : page.with()) {
      Matcher matcher = NAME.matcher(snippet);
      while (matcher.find()) {
        String folded = fold(matcher.group());
        boolean alone =
            said.entrySet().stream()
                .allMatch(
                    other -> other.getValue().contains(folded) == other.getKey().equals(path));
        if (alone) {
          return matcher.group();
        }
      }
    }
    return null;
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static List<ArticleSet.Page> own() throws IOException {
    JsonNode expected = new ObjectMapper().readTree(resource("expected.json"));
    List<ArticleSet.Page> pages = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : expected.properties()) {
      List<String> with = new ArrayList<>();
      entry.getValue().path("with").forEach(each -> with.add(each.asText()));
      pages.add(
          new ArticleSet.Page(
              entry.getKey(),
              entry.getValue().path("url").asText(),
              resource(entry.getKey()),
              with,
              List.of()));
    }
    return pages;
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = KnownPages.class.getResourceAsStream("/site/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
