package earshot.listen;

import earshot.source.Item;
import earshot.source.Source;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Speaks of a post that went wrong without a word of it, and of its address only the host. */
final class Unquoted {
  private static final Logger LOG = LoggerFactory.getLogger(Unquoted.class);

  private Unquoted() {}

  /** Where a post stands: the host of its address, or the source that brought it. */
  static String place(Source source, Item item) {
    try {
      String url = Objects.requireNonNullElse(item.url(), "");
      return Objects.requireNonNullElse(URI.create(url).getHost(), source.id());
    } catch (IllegalArgumentException e) {
      return source.id();
    }
  }

  static void warn(Source source, Item item, Throwable e) {
    LOG.warn(
        "A post of {} ({}) could not be judged or kept",
        source.id(),
        place(source, item),
        cause(e));
  }

  /** What broke and where; not the message, which may quote the post. */
  static Throwable cause(Throwable e) {
    Throwable unquoted = new Throwable(e.getClass().getName(), below(e));
    unquoted.setStackTrace(e.getStackTrace());
    return unquoted;
  }

  private static @Nullable Throwable below(Throwable e) {
    Throwable cause = e.getCause();
    return cause == null ? null : cause(cause);
  }
}
