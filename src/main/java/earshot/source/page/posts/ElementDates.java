package earshot.source.page.posts;

import earshot.source.page.dom.Dates;
import java.time.Instant;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The date that one element states: in an attribute made for it, in a title, or in its words. */
public final class ElementDates {
  private static final List<String> ATTRIBUTES =
      List.of(
          "datetime",
          "data-time",
          "data-timestamp",
          "data-date",
          "data-utime",
          "data-epoch",
          "content",
          "data-datetime",
          "ts",
          "title",
          "aria-label");
  private static final int LONGEST = 160;

  private ElementDates() {}

  public static @Nullable Instant of(Element element, Dates dates) {
    Instant own = attributes(element, dates);
    if (own != null) {
      return own;
    }
    for (Element inner :
        element.select("time, [datetime], abbr[title], [data-time], [data-timestamp]")) {
      Instant at = attributes(inner, dates);
      if (at != null) {
        return at;
      }
    }
    String text = element.text();
    return text.length() > LONGEST ? null : dates.parse(text);
  }

  private static @Nullable Instant attributes(Element element, Dates dates) {
    for (String attribute : ATTRIBUTES) {
      if (element.hasAttr(attribute)) {
        Instant at = dates.parse(element.attr(attribute));
        if (at != null) {
          return at;
        }
      }
    }
    return null;
  }
}
