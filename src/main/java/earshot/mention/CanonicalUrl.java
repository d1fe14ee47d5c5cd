package earshot.mention;

import crawlercommons.filters.basic.BasicURLNormalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One spelling for all the addresses of one thing. */
final class CanonicalUrl {
  /** What campaigns and share buttons add; it never names another page. */
  private static final Pattern TRACKING =
      Pattern.compile(
          "(?<=[?&])(?:utm_[a-z]+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|oc|cmpid|ref_src|xtor)=[^&#]*&?",
          Pattern.CASE_INSENSITIVE);

  /** Fragments that say how a reader came, not which post is meant. */
  private static final Pattern NO_POST =
      Pattern.compile("(?:comments?|respond|top|rss|main|content|xtor=.*|ref=.*|utm_.*)?");

  private CanonicalUrl() {}

  /** Null when there is no address, or none that a browser could open. */
  static @Nullable String of(@Nullable String url) {
    if (url == null || !url.toLowerCase(Locale.ROOT).startsWith("http")) {
      return null;
    }
    int hash = url.indexOf('#');
    String fragment = hash < 0 ? "" : url.substring(hash + 1);
    String page = TRACKING.matcher(hash < 0 ? url : url.substring(0, hash)).replaceAll("");
    page = page.endsWith("?") || page.endsWith("&") ? page.substring(0, page.length() - 1) : page;
    String normal = new BasicURLNormalizer().filter(page);
    if (normal == null) {
      return null;
    }
    // http and https, with and without a closing slash, are one page
    String scheme = normal.startsWith("http://") ? "https://" + normal.substring(7) : normal;
    String trimmed = scheme.endsWith("/") ? scheme.substring(0, scheme.length() - 1) : scheme;
    return NO_POST.matcher(fragment).matches() ? trimmed : trimmed + "#" + fragment;
  }
}
