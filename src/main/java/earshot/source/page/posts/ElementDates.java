package earshot.source.page.posts;

import earshot.source.page.dom.Dates;
import java.time.Instant;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The date that one element states: in an attribute made for it, in a title, or in its words. */
public final class ElementDates {
  /** Elements that may state a date in an attribute. */
  static final String PLACES = "time, [datetime], abbr[title], [data-time], [data-timestamp]";

  private static final int MOST_CHILDREN = 12;
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
    if (element.childNodeSize() > MOST_CHILDREN) {
      return null;
    }
    Element inner = element.selectFirst(PLACES);
    Instant below = inner == null ? null : attributes(inner, dates);
    if (below != null) {
      return below;
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
