package earshot.cli;

import earshot.source.Item;
import earshot.source.feed.FeedParser;
import earshot.source.feed.ParsedFeed;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads feed files and prints their items, a JSON line each. */
@Command(
    name = "feed",
    description = {
      "Reads RSS, Atom, RDF and JSON Feed files and prints their items, a JSON line each:",
      "{\"file\",\"id\",\"url\",\"title\",\"author\",\"published\",\"updated\",\"text\"}",
      "What is wrong with a file is said on standard error; its good items are printed."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:at least one file is a feed", "1:none is", "2:misused"},
    footer = {"", "Example:", "  earshot feed marlbeck-gazette.xml council.json"},
    mixinStandardHelpOptions = true)
final class Feed implements Callable<Integer> {
  private static final int MOST_BYTES = 64 * 1024 * 1024;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "a feed, in any encoding")
  private List<Path> files = List.of();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    boolean any = false;
    for (Path file : files) {
      any |= read(file);
    }
    return any ? 0 : Main.NO;
  }

  private boolean read(Path file) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES);
    } catch (NoSuchFileException e) {
      say(file, "There is no such file. Check the path.");
      return false;
    } catch (IOException e) {
      say(file, "It cannot be read. Check that it is a file, and who may read it.");
      return false;
    }
    if (bytes.length == MOST_BYTES) {
      say(file, "Only its first " + MOST_BYTES / (1024 * 1024) + " MiB are read.");
    }
    return switch (FeedParser.parse(bytes, null, null)) {
      case ParsedFeed.NotAFeed other -> {
        say(file, other.why());
        yield false;
      }
      case ParsedFeed.Feed feed -> {
        print(file, feed.items());
        feed.notes().forEach(note -> say(file, note));
        yield true;
      }
    };
  }

  private void print(Path file, List<Item> items) {
    PrintWriter out = command().commandLine().getOut();
    for (Item item : items) {
      Map<String, @Nullable Object> line = new LinkedHashMap<>();
      line.put("file", file.toString());
      line.put("id", item.nativeId());
      line.put("url", item.url());
      line.put("title", item.title());
      line.put("author", item.author());
      line.put("published", iso(item.published()));
      line.put("updated", iso(item.updated()));
      line.put("text", item.text());
      out.println(JsonLines.line(line));
    }
    out.flush();
  }

  private static @Nullable String iso(@Nullable Instant date) {
    return date == null ? null : date.toString();
  }

  private void say(Path file, String sentence) {
    PrintWriter err = command().commandLine().getErr();
    err.println(file + ": " + sentence);
    err.flush();
  }

  private CommandSpec command() {
    if (spec == null) {
      throw new IllegalStateException("picocli has not started this command");
    }
    return spec;
  }
}
