package earshot.judge;

import earshot.judge.traits.Reading;
import earshot.judge.view.Mark;
import earshot.judge.view.Marked;
import earshot.school.School;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a post may mean another school of the same name: labels.md §1, "St Mary's" alone. */
final class Doubt {
  /** How the names begin that many schools bear. */
  private static final List<String> BORNE_BY_MANY =
      List.of(
          "st ",
          "st. ",
          "ss ",
          "sts ",
          "saint ",
          "saints ",
          "holy ",
          "our lady",
          "sacred heart",
          "all saints",
          "christ ",
          "corpus christi",
          "trinity",
          "immaculate",
          "blessed ");

  private static final Set<Mark> POINTING =
      EnumSet.of(
          Mark.PLACE,
          Mark.HEAD,
          Mark.STAFF,
          Mark.STAFF_NAME,
          Mark.CLASS,
          Mark.SUPPLIER,
          Mark.PARENTS,
          Mark.TRUST,
          Mark.PAPER,
          Mark.RIVAL,
          Mark.COUNCIL);

  private Doubt() {}

  /** Named by a name that others bear, with nothing beside it that points to this school. */
  static boolean of(Reading reading, School school) {
    return isNamed(reading.text())
        && !isNamed(reading.context())
        && !isNamed(reading.author())
        && Stream.of(reading.text(), reading.context(), reading.author())
            .noneMatch(marked -> POINTING.stream().anyMatch(marked::has))
        && isShared(school);
  }

  private static boolean isNamed(Marked marked) {
    return marked.has(Mark.SCHOOL) || marked.has(Mark.SCHOOL_SHORT);
  }

  private static boolean isShared(School school) {
    String name = school.name().toLowerCase(Locale.UK);
    return BORNE_BY_MANY.stream().anyMatch(name::startsWith)
        || school.notes().toLowerCase(Locale.UK).contains("namesake");
  }
}
