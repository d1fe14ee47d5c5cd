package earshot.judge;

import earshot.school.School;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A post with what labels.md says of it.
 *
 * @param file the file it stands in, without its ending: one writer's posts
 */
record LabelledPost(
    String id,
    String file,
    School school,
    Post post,
    boolean relevant,
    Set<Target> targets,
    Set<Label> labels,
    Severity severity,
    List<String> evidence,
    List<String> pupil) {

  /** Where the words that identify a child stand in the text. */
  List<Span> pupilSpans() {
    List<Span> spans = new ArrayList<>();
    int from = 0;
    for (String words : pupil) {
      int at = post.text().indexOf(words, from);
      if (at < 0) {
        at = post.text().indexOf(words);
      }
      if (at >= 0) {
        spans.add(new Span(at, at + words.length()));
        from = at + words.length();
      }
    }
    return spans;
  }

  static <E extends Enum<E>> Set<E> set(Class<E> type, List<E> values) {
    Set<E> set = EnumSet.noneOf(type);
    set.addAll(values);
    return set;
  }
}
