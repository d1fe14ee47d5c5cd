package earshot.source.feed.markup;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Addresses as feeds write them, made absolute where there is something to start from. */
public final class Links {
  private static final int LONGEST = 4_000;
  private static final Pattern SCHEME =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
  private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s/].*", Pattern.DOTALL);
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

  private Links() {}

  /** Absolute addresses stay as written; relative ones stay relative where there is no base. */
  public static String resolve(@Nullable String base, String written) {
    String link = BLANKS.matcher(written.strip()).replaceAll(" ");
    if (SCHEME.matcher(link).matches() || base == null) {
      return link;
    }
    if (link.length() > LONGEST || base.length() > LONGEST) {
      return link;
    }
    HttpUrl start = HttpUrl.parse(base);
    HttpUrl resolved = start == null ? null : start.resolve(link);
    return resolved == null ? againstRelative(base, link) : resolved.toString();
  }

  /** A base that is itself relative still says something. */
  private static String againstRelative(String base, String link) {
    try {
      return new URI(base).resolve(new URI(link)).toString();
    } catch (URISyntaxException e) {
      return link;
    }
  }

  public static boolean isWeb(@Nullable String link) {
    return link != null && WEB.matcher(link).matches();
  }

  /** What may be shown as a permalink: of the web, or still relative; null for anything else. */
  public static @Nullable String permalink(@Nullable String link) {
    if (link == null || link.isBlank() || link.length() > LONGEST) {
      return null;
    }
    boolean other = SCHEME.matcher(link).matches() && !isWeb(link);
    return other ? null : link.replace(" ", "%20");
  }
}
