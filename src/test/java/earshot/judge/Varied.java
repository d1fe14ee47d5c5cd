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
import java.util.ArrayList;
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
 * The same post about somebody of another name, faith or origin and, often, by somebody who cares
 * less for spelling: its labels are the same. So that no name and no people is learnt, and not only
 * names that are written as names.
 */
final class Varied {
  private static final Set<String> TITLES =
      Set.of("mr", "mrs", "miss", "ms", "dr", "sir", "lady", "dame", "father", "sister", "saint");

  /** Words that stand in for each other without a change of label. */
  private static final List<List<String>> PEOPLES =
      List.of(
          List.of("christian", "muslim", "jewish", "hindu", "sikh", "buddhist"),
          List.of("christians", "muslims", "jews", "hindus", "sikhs", "buddhists"),
          List.of(
              "polish",
              "nigerian",
              "romanian",
              "ukrainian",
              "chinese",
              "indian",
              "pakistani",
              "somali",
              "jamaican",
              "turkish",
              "syrian",
              "portuguese",
              "irish",
              "traveller"),
          List.of(
              "poles",
              "nigerians",
              "romanians",
              "ukrainians",
              "indians",
              "pakistanis",
              "somalis",
              "turks",
              "syrians",
              "travellers"),
          List.of("gay", "lesbian", "bisexual", "trans"),
          List.of("deaf", "autistic", "disabled", "dyslexic"));

  private static final int COPIES = 2;
  private static final int SHORTEST = 3;
  private static final double CARELESS = 0.4;
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

  /** The posts, and after them those that name a people once more about others. */
  static List<LabelledPost> withOtherPeoples(Reader reader, List<LabelledPost> posts) {
    Varied varied = new Varied(reader);
    List<LabelledPost> all = new ArrayList<>(posts);
    for (LabelledPost post : posts) {
      Token[] tokens = Corpus.reading(reader, post).text().tokens();
      for (int i = 0; i < COPIES; i++) {
        Map<String, String> others = varied.otherPeoples(tokens);
        if (!others.isEmpty()) {
          all.add(written(post, post.id() + "~" + i, exchange(others), exchange(others)));
        }
      }
    }
    return all;
  }

  LabelledPost of(LabelledPost post) {
    Marked marked = Corpus.reading(reader, post).text();
    Map<String, String> others = others(marked);
    others.putAll(otherPeoples(marked.tokens()));
    UnaryOperator<String> named = exchange(others);
    boolean careless = random.nextDouble() < CARELESS;
    boolean apostrophes = random.nextDouble() >= NO_APOSTROPHES;
    UnaryOperator<String> written =
        careless ? text -> careless(named.apply(text), apostrophes) : named;
    return written(post, post.id(), named, written);
  }

  private static LabelledPost written(
      LabelledPost post, String id, UnaryOperator<String> named, UnaryOperator<String> written) {
    Post one = post.post();
    return new LabelledPost(
        id,
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

  /** Another people for each that is named. */
  private Map<String, String> otherPeoples(Token[] tokens) {
    Map<String, String> others = new HashMap<>();
    for (Token token : tokens) {
      PEOPLES.stream()
          .filter(alike -> alike.contains(token.word()))
          .forEach(alike -> others.putIfAbsent(token.word(), any(alike)));
    }
    return others;
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
    return word.equals(word.toUpperCase(Locale.UK))
        ? other.toUpperCase(Locale.UK)
        : other.substring(0, 1).toUpperCase(Locale.UK) + other.substring(1);
  }
}
