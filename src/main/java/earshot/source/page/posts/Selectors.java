package earshot.source.page.posts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/**
 * Places to look for something, the surest first.
 *
 * @param places attributes of the post itself, written {@code @name}, and selectors below it
 */
record Selectors(List<Place> places) {
  /** One place: an attribute's name, or what an element must match. */
  record Place(@Nullable String attribute, @Nullable Evaluator element) {}

  /** Selectors separated by comma and space. */
  static Selectors of(String list) {
    List<Place> places = new ArrayList<>();
    for (String each : list.split(", ")) {
      boolean attribute = each.startsWith("@");
      places.add(
          attribute
              ? new Place(each.substring(1), null)
              : new Place(null, QueryParser.parse(each)));
    }
    return new Selectors(places);
  }

  /**
   * What the first place gives that has anything to give.
   *
   * @param own the post's elements, itself first
   */
  <T> @Nullable T first(
      List<Element> own,
      Function<String, @Nullable T> fromAttribute,
      Function<Element, @Nullable T> fromElement) {
    for (Place place : places) {
      if (place.attribute() != null) {
        String value = own.getFirst().attr(place.attribute()).strip();
        T found = value.isEmpty() ? null : fromAttribute.apply(value);
        if (found != null) {
          return found;
        }
      }
      for (Element match :
          place.element() == null ? List.<Element>of() : Own.matching(own, place.element())) {
        T found = fromElement.apply(match);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
