package earshot.source.page;

import com.google.re2j.Pattern;
import crawlercommons.filters.basic.BasicURLNormalizer;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One spelling for all the addresses of one page, and which of them may be followed. */
final class Addresses {
  /** Parameters that say how a reader came or who is reading; none names another page. */
  private static final Set<String> NOISE =
      Set.of(
          "fbclid",
          "gclid",
          "dclid",
          "gbraid",
          "wbraid",
          "msclkid",
          "mc_cid",
          "mc_eid",
          "igshid",
          "yclid",
          "oc",
          "cmpid",
          "ref_src",
          "xtor",
          "_ga",
          "_gl",
          "spm",
          "sid",
          "phpsessid",
          "jsessionid",
          "sessionid",
          "session_id",
          "s",
          "replytocom",
          "share",
          "print",
          "amp",
          "at_medium",
          "at_campaign",
          "ocid",
          "ito",
          "icid",
          "cfid",
          "cftoken",
          "aspsessionid",
          "highlight",
          "nocache");

  /** A parameter {@code s} is a session in phpBB (32 hex digits) and a search elsewhere. */
  private static final Pattern SESSION = Pattern.compile("[0-9a-fA-F]{26,}");

  private static final Pattern FILE =
      Pattern.compile(
          "(?i)\\.(?:jpe?g|png|gif|webp|avif|svg|ico|bmp|tiff?|pdf|docx?|xlsx?|pptx?|odt|ods|zip|gz|rar|7z|tar|mp3|mp4|m4a|mov|avi|webm|ogg|wav|css|js|json|woff2?|ttf|eot|exe|dmg|apk|ics|rss|atom|xml)$");

  private static final BasicURLNormalizer NORMAL = new BasicURLNormalizer();

  private Addresses() {}

  /** The page's one spelling; the address itself when it cannot be normalised. */
  static URI canonical(URI address) {
    String text = address.toString().replaceFirst("(?i);jsessionid=[^?#/]*", "");
    int hash = text.indexOf('#');
    text = hash < 0 ? text : text.substring(0, hash);
    int query = text.indexOf('?');
    if (query >= 0) {
      String kept = parameters(text.substring(query + 1));
      text = text.substring(0, query) + (kept.isEmpty() ? "" : "?" + kept);
    }
    String normal = NORMAL.filter(text);
    URI result = normal == null ? null : PageLinks.address(normal);
    return result == null ? address : result;
  }

  private static String parameters(String query) {
    String[] kept =
        Arrays.stream(query.split("&"))
            .filter(each -> !each.isEmpty() && !noise(each))
            .sorted()
            .toArray(String[]::new);
    return String.join("&", kept);
  }

  private static boolean noise(String parameter) {
    int equals = parameter.indexOf('=');
    String name =
        (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
    if (name.equals("s") || name.equals("sid")) {
      return equals >= 0 && SESSION.matches(parameter.substring(equals + 1));
    }
    return name.startsWith("utm_") || NOISE.contains(name);
  }

  static boolean sameHost(URI one, URI other) {
    return host(one).equals(host(other));
  }

  /** The host, with and without {@code www.} being one. */
  private static String host(URI address) {
    String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  /** Whether a link may lead to a page of the site. */
  static boolean followed(URI target, URI site, @Nullable Pattern link) {
    String path = target.getPath() == null ? "" : target.getPath();
    return sameHost(target, site)
        && !FILE.matcher(path).find()
        && (link == null || link.matcher(target.toString()).find());
  }
}
