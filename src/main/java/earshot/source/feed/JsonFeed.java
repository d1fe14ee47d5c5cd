package earshot.source.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import earshot.source.feed.ParsedFeed.NotAFeed;
import earshot.source.feed.markup.Characters;
import earshot.source.feed.markup.HtmlText;
import earshot.source.feed.markup.Links;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** JSON Feed 1.0 and 1.1 (jsonfeed.org), item by item, so that a broken end costs only itself. */
final class JsonFeed {
  private static final int DEEPEST = 50;
  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                  .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                  .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                  .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                  .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                  .build())
          .build();

  private final Assembly assembly;
  private final FeedFacts facts = new FeedFacts();
  private boolean isFeed;
  private boolean isFull;

  private JsonFeed(@Nullable String address) {
    this.assembly = new Assembly(address);
    facts.root("json");
  }

  static ParsedFeed parse(String text, @Nullable String address) {
    return new JsonFeed(address).read(text);
  }

  private ParsedFeed read(String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      while (!isFull && parser.nextToken() == JsonToken.FIELD_NAME) {
        member(parser.currentName(), parser);
      }
    } catch (IOException e) {
      assembly.note("The JSON is broken, so what stands after the break is lost.");
    }
    return isFeed
        ? assembly.feed(facts)
        : new NotAFeed("It is JSON, but holds no list of items as a JSON Feed does.");
  }

  private void member(String name, JsonParser parser) throws IOException {
    if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("items")) {
      isFeed = true;
      while (!isFull && parser.nextToken() != JsonToken.END_ARRAY) {
        isFull = !assembly.add(draft(JSON.readTree(parser)));
      }
      return;
    }
    switch (name) {
      case "version" -> isFeed |= text(JSON.readTree(parser)).contains("jsonfeed.org");
      case "title" -> facts.title(line(JSON.readTree(parser)));
      case "home_page_url" -> facts.link(Links.permalink(text(JSON.readTree(parser))));
      case "language" -> facts.language(text(JSON.readTree(parser)));
      case "author", "authors" -> facts.author(people(JSON.readTree(parser)));
      default -> parser.skipChildren();
    }
  }

  private Draft draft(JsonNode item) {
    String link = first(item, "url", "external_url");
    Instant published = FeedDates.parse(text(item.path("date_published")));
    Instant updated = FeedDates.parse(text(item.path("date_modified")));
    String written = first(item, "date_published", "date_modified");
    String html = text(item.path("content_html"));
    String plain = first(item, "content_text", "summary");
    String author = people(item.path("authors"));
    return new Draft(
        first(item, "id"),
        Links.permalink(link),
        line(item.path("title")),
        author.isEmpty() ? people(item.path("author")) : author,
        html.isEmpty() ? HtmlText.lines(plain == null ? "" : plain) : HtmlText.of(html),
        first(item, "language"),
        published == null ? updated : published,
        updated,
        published == null && updated == null ? written : null,
        false);
  }

  /** The specification wants strings and tells readers to make do with numbers. */
  private static String text(JsonNode value) {
    return value.isValueNode() && !value.isNull() ? Characters.clean(value.asText()).strip() : "";
  }

  private static String line(JsonNode value) {
    String text = text(value);
    return (HtmlText.isLikely(text) ? HtmlText.of(text) : HtmlText.lines(text)).replace('\n', ' ');
  }

  private static @Nullable String first(JsonNode item, String... names) {
    for (String name : names) {
      String text = text(item.path(name));
      if (!text.isEmpty()) {
        return text;
      }
    }
    return null;
  }

  private static String people(JsonNode authors) {
    if (authors.isObject()) {
      return text(authors.path("name"));
    }
    return StreamSupport.stream(authors.spliterator(), false)
        .map(author -> text(author.path("name")))
        .filter(name -> !name.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
