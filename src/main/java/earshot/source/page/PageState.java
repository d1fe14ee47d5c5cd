package earshot.source.page;

import earshot.source.Fetch.Validators;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one page.
 *
 * @param validators for a conditional request
 * @param text hash of its main text, "" when never read
 * @param posts hashes of the posts already handed on, oldest first
 * @param read when it was last asked for
 * @param due when it should be asked for again
 * @param quiet how many times in a row nothing had changed
 * @param failed how many times in a row it could not be read
 * @param depth link steps from a start page
 */
record PageState(
    Validators validators,
    String text,
    List<String> posts,
    Instant read,
    Instant due,
    int quiet,
    int failed,
    int depth) {
  private static final int MOST_POSTS = 1000;
  private static final Duration LONGEST = Duration.ofDays(30);
  private static final Duration LONGEST_FAILED = Duration.ofDays(7);
  private static final int MOST_DOUBLINGS = 12;

  static final PageState NEVER =
      new PageState(Validators.NONE, "", List.of(), Instant.EPOCH, Instant.EPOCH, 0, 0, 0);

  PageState {
    int from = Math.max(0, posts.size() - MOST_POSTS);
    posts = List.copyOf(posts.subList(from, posts.size()));
  }

  Set<String> postSet() {
    return new LinkedHashSet<>(posts);
  }

  /** After an answer that brought nothing new: the next visit waits twice as long. */
  PageState unchanged(Instant now, Duration every) {
    return new PageState(
        validators,
        text,
        posts,
        now,
        now.plus(wait(every, quiet + 1, LONGEST)),
        quiet + 1,
        0,
        depth);
  }

  PageState failed(Instant now, Duration every, @Nullable Duration asked) {
    Duration wait = wait(every, failed + 1, LONGEST_FAILED);
    wait = asked != null && asked.compareTo(wait) > 0 ? asked : wait;
    return new PageState(validators, text, posts, read, now.plus(wait), quiet, failed + 1, depth);
  }

  /** After a change: it is worth a look as soon as the source is polled again. */
  PageState changed(Validators fresh, String hash, Set<String> seen, Instant now, Duration every) {
    return new PageState(fresh, hash, new ArrayList<>(seen), now, now.plus(every), 0, 0, depth);
  }

  PageState atDepth(int steps) {
    return new PageState(validators, text, posts, read, due, quiet, failed, steps);
  }

  PageState dueNow() {
    return new PageState(validators, text, posts, read, Instant.EPOCH, quiet, failed, depth);
  }

  private static Duration wait(Duration every, int doublings, Duration longest) {
    Duration wait = every.multipliedBy(1L << Math.min(doublings, MOST_DOUBLINGS));
    return wait.compareTo(longest) > 0 ? longest : wait;
  }

  String encode() {
    return String.join(
        "\t",
        escape(validators.etag()),
        escape(validators.lastModified()),
        text,
        String.join(",", posts),
        Long.toString(read.getEpochSecond()),
        Long.toString(due.getEpochSecond()),
        Integer.toString(quiet),
        Integer.toString(failed),
        Integer.toString(depth));
  }

  /** What {@link #encode} wrote; a page never seen when it cannot be read. */
  static PageState decode(@Nullable String value) {
    String[] part = value == null ? new String[0] : value.split("\t", -1);
    if (part.length != 9) {
      return NEVER;
    }
    try {
      return new PageState(
          new Validators(unescape(part[0]), unescape(part[1])),
          part[2],
          part[3].isEmpty() ? List.of() : List.of(part[3].split(",")),
          Instant.ofEpochSecond(Long.parseLong(part[4])),
          Instant.ofEpochSecond(Long.parseLong(part[5])),
          Integer.parseInt(part[6]),
          Integer.parseInt(part[7]),
          Integer.parseInt(part[8]));
    } catch (IllegalArgumentException damaged) {
      return NEVER;
    }
  }

  private static String escape(@Nullable String text) {
    return text == null ? "" : URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static @Nullable String unescape(String text) {
    return text.isEmpty() ? null : URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
