package earshot.cli;

import com.fasterxml.jackson.databind.JsonNode;
import earshot.source.page.Extraction;
import earshot.source.page.Extractor;
import earshot.source.page.posts.Entry;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads web pages from files and prints what they say, a JSON line each. */
@Command(
    name = "extract",
    description = {
      "Reads web pages and prints what they say without what surrounds it, a JSON line each:",
      "{\"id\",\"kind\",\"title\",\"author\",\"published\",\"language\",\"text\",\"items\",\"truncated\"}",
      "kind is article, thread, listing or other; items are {\"author\",\"published\",\"url\",\"text\"}.",
      "What is wrong with a line or a file is said on standard error; the others are printed."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:every page was read", "1:at least one was not", "2:misused"},
    footer = {
      "",
      "Examples:",
      "  earshot extract --url https://gazette.example/fete page.html",
      "  earshot extract --jsonl pages.jsonl    (lines {\"id\",\"url\",\"file\"})"
    },
    mixinStandardHelpOptions = true)
final class Extract implements Callable<Integer> {
  /** One page, or a list of them. */
  static final class Input {
    @ArgGroup(exclusive = false)
    @Nullable One one;

    @Option(
        names = "--jsonl",
        required = true,
        paramLabel = "FILE",
        description =
            "lines {\"id\",\"url\",\"file\"}; a file is found from the folder of this one")
    @Nullable Path lines;
  }

  /** One page. */
  static final class One {
    @Option(
        names = "--url",
        required = true,
        paramLabel = "URL",
        description = "where the page came from: it makes its links absolute")
    String url = "";

    @Parameters(paramLabel = "FILE", description = "the page, in any encoding")
    Path file = Path.of("");
  }

  @ArgGroup(multiplicity = "1")
  private Input input = new Input();

  @Spec private @Nullable CommandSpec spec;

  private final Extractor extractor = new Extractor(InstantSource.system());

  @Override
  public Integer call() throws IOException {
    if (input.one != null) {
      String why = page(input.one.url, input.one.url, input.one.file);
      if (why != null) {
        PrintWriter errors = command().commandLine().getErr();
        errors.println(input.one.file + ": " + why + ".");
        errors.flush();
      }
      return why == null ? 0 : Main.NO;
    }
    Path list = Objects.requireNonNull(input.lines, "picocli asks for one of the two");
    int bad = JsonLines.read(list, command().commandLine().getErr(), row -> line(row, list));
    return bad == 0 ? 0 : Main.NO;
  }

  private void line(JsonNode row, Path list) {
    Path file;
    try {
      file = list.toAbsolutePath().resolveSibling(value(row, "file"));
    } catch (InvalidPathException noPath) {
      throw new IllegalArgumentException("\"file\" is not a path", noPath);
    }
    String why = page(value(row, "id"), value(row, "url"), file);
    if (why != null) {
      throw new IllegalArgumentException(why);
    }
  }

  private static String value(JsonNode row, String name) {
    String value = row.path(name).isValueNode() ? row.path(name).asText("") : "";
    if (value.isBlank() || row.path(name).isNull()) {
      throw new IllegalArgumentException("it has no \"" + name + "\"");
    }
    return value;
  }

  /** Null when the page was printed, else what was wrong with its file. */
  private @Nullable String page(String id, String url, Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException missing) {
      return "there is no file " + file;
    } catch (IOException unreadable) {
      return file + " cannot be read, or is no file";
    }
    print(id, extractor.extract(bytes, null, address(url)));
    return null;
  }

  /** An address that is none only leaves links relative. */
  private static URI address(String url) {
    try {
      return new URI(url.strip().replace(" ", "%20"));
    } catch (URISyntaxException notAnAddress) {
      return URI.create("");
    }
  }

  private void print(String id, Extraction page) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("id", id);
    line.put("kind", page.kind().name().toLowerCase(Locale.ROOT));
    line.put("title", page.title());
    line.put("author", page.author());
    line.put("published", iso(page.published()));
    line.put("language", page.language());
    line.put("text", page.text());
    List<Map<String, @Nullable Object>> items = new ArrayList<>();
    for (Entry entry : page.items()) {
      Map<String, @Nullable Object> item = new LinkedHashMap<>();
      item.put("author", entry.author());
      item.put("published", iso(entry.published()));
      item.put("url", entry.url());
      item.put("text", text(entry));
      items.add(item);
    }
    line.put("items", items);
    line.put("truncated", page.truncated());
    command().commandLine().getOut().println(JsonLines.line(line));
    command().commandLine().getOut().flush();
  }

  /** An entry's title is part of what it says. */
  private static String text(Entry entry) {
    return entry.title().isEmpty() ? entry.text() : (entry.title() + "\n" + entry.text()).strip();
  }

  private static @Nullable String iso(@Nullable Instant date) {
    return date == null ? null : date.toString();
  }

  private CommandSpec command() {
    if (spec == null) {
      throw new IllegalStateException("picocli has not started this command");
    }
    return spec;
  }
}
