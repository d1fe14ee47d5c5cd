package earshot.judge;

import earshot.judge.names.Gazetteer;
import earshot.judge.names.NameTagger;
import earshot.judge.text.Kind;
import earshot.judge.text.Token;
import earshot.judge.traits.Reader;
import earshot.judge.view.Mark;
import earshot.judge.view.Marked;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The same post about somebody of another name and, often, by somebody who writes as they speak or
 * cares less for spelling: its labels are the same. So that no name is learnt, and not only names
 * that are written as names.
 */
final class Varied {
  private static final Set<String> TITLES =
      Set.of("mr", "mrs", "miss", "ms", "dr", "sir", "lady", "dame", "father", "sister", "saint");

  private static final int SHORTEST = 3;
  private static final double CARELESS = 0.4;
  private static final double DIALECT = 0.25;
  private static final double NO_APOSTROPHES = 0.5;

  private final Reader reader;
  private final Gazetteer gazetteer = Gazetteer.shipped();
  private final List<String> forenames = names("forenames");
  private final List<String> surnames = names("surnames");
  private final Random random = new Random(41);

  Varied(Reader reader) {
    this.reader = reader;
  }

  private static List<String> names(String file) {
    return shipped(file).filter(name -> name.length() >= SHORTEST).distinct().toList();
  }

  /** The names of one of the gazetteer's lists, in its order. */
  static Stream<String> shipped(String file) {
    try (InputStream in = Gazetteer.class.getResourceAsStream("/earshot/judge/" + file + ".txt")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return all.lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Stream.of(line.trim().split(" +")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LabelledPost of(LabelledPost post) {
    Marked marked = Corpus.reading(reader, post).text();
    Map<String, String> others = others(marked);
    UnaryOperator<String> named = exchange(others);
    UnaryOperator<String> spoken =
        random.nextDouble() < DIALECT ? exchange(spoken(marked, others)) : named;
    boolean careless = random.nextDouble() < CARELESS;
    boolean apostrophes = random.nextDouble() >= NO_APOSTROPHES;
    UnaryOperator<String> written =
        careless ? text -> careless(spoken.apply(text), apostrophes) : spoken;
    Post one = post.post();
    return new LabelledPost(
        post.id(),
        post.file(),
        post.school(),
        new Post(
            one.platform(),
            named.apply(one.author()),
            named.apply(one.context()),
            written.apply(one.text())),
        post.relevant(),
        post.targets(),
        post.labels(),
        post.severity(),
        post.evidence().stream().map(written).toList(),
        post.pupil().stream().map(written).toList());
  }

  private static String careless(String text, boolean apostrophes) {
    String lower = text.toLowerCase(Locale.UK);
    return apostrophes ? lower : lower.replace("'", "").replace("’", "");
  }

  /** Another name for each name in a text that is not one of the school's own. */
  private Map<String, String> others(Marked text) {
    Map<String, String> others = new HashMap<>();
    for (int i = 0; i < text.tokens().length; i++) {
      Token token = text.tokens()[i];
      boolean name =
          text.people()[i] != NameTagger.OUTSIDE
              && text.marks()[i] == Mark.NONE
              && token.kind() == Kind.WORD
              && token.word().length() >= SHORTEST
              && token.word().chars().allMatch(Character::isLetter)
              && !TITLES.contains(token.word());
      if (name) {
        boolean family =
            text.people()[i] == NameTagger.INSIDE || !gazetteer.isForename(token.word());
        others.putIfAbsent(token.word(), any(family ? surnames : forenames));
      }
    }
    return others;
  }

  /** The same, and the other words as they are spoken somewhere; the school's own stay. */
  private Map<String, String> spoken(Marked text, Map<String, String> others) {
    Map<String, String> spoken = new HashMap<>(Dialects.any(random));
    for (int i = 0; i < text.tokens().length; i++) {
      if (text.marks()[i] != Mark.NONE) {
        spoken.remove(text.tokens()[i].word());
      }
    }
    spoken.putAll(others);
    return spoken;
  }

  private String any(List<String> names) {
    return names.get(random.nextInt(names.size()));
  }

  private static UnaryOperator<String> exchange(Map<String, String> others) {
    if (others.isEmpty()) {
      return UnaryOperator.identity();
    }
    Pattern words =
        Pattern.compile(
            "\\b(" + String.join("|", others.keySet()) + ")\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    return text ->
        words
            .matcher(text)
            .replaceAll(
                found ->
                    asWritten(found.group(), others.get(found.group().toLowerCase(Locale.UK))));
  }

  /** With capitals where the other word has them. */
  private static String asWritten(String word, String other) {
    if (word.equals(word.toLowerCase(Locale.UK))) {
      return other;
    }
    return word.length() > 1 && word.equals(word.toUpperCase(Locale.UK))
        ? other.toUpperCase(Locale.UK)
        : other.substring(0, 1).toUpperCase(Locale.UK) + other.substring(1);
  }
}
