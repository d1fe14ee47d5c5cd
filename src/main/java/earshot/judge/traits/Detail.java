package earshot.judge.traits;

import earshot.judge.names.Gazetteer;
import earshot.judge.text.Kind;
import earshot.judge.text.Shape;
import earshot.judge.text.Token;
import earshot.judge.text.WordClasses;
import earshot.judge.traits.Traits.Group;
import earshot.judge.view.Mark;
import earshot.judge.view.Marked;
import earshot.judge.weigh.Hash;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The traits of each token, to tell whether it is one of the words that identify a child. */
public final class Detail {
  private static final int REACH = 4;
  private static final int FAR = 9;
  private static final int EXPECTED = 40;

  // the names of the kinds of traits, hashed once
  private static final long BACK = Hash.of("back");
  private static final long WORD = Hash.of("word");
  private static final long THREE = Hash.of("three");
  private static final long LEFT = Hash.of("left");
  private static final long RIGHT = Hash.of("right");
  private static final long[] BACK_AT = steps("back at ");
  private static final long[] WORD_AT = steps("word at ");
  private static final long[] BOTH_AT = steps("both at ");
  private static final long[] BEFORE = hashes(2, i -> "before " + (i == 1));
  private static final long[] AFTER = hashes(2, i -> "after " + (i == 1));
  private static final long[] NEAR = hashes(2 * FAR + 1, i -> "to name " + (i - FAR));
  private static final long[] MARKS = hashes(Mark.values().length, i -> "mark " + Mark.values()[i]);
  private static final long[] SHAPES =
      hashes(2 * Shape.values().length, i -> "shape " + Shape.values()[i / 2] + (i % 2 == 1));
  private static final long[] NAMES =
      hashes(8 * Shape.values().length, i -> "name " + kinds(i % 8) + Shape.values()[i / 8]);

  private final Units units;
  private final long[] ofClass;
  private final Gazetteer gazetteer;

  public Detail(WordClasses classes, Gazetteer gazetteer) {
    this.units = new Units(classes, gazetteer);
    this.ofClass = hashes(classes.count(), i -> "class " + classes.name(i));
    this.gazetteer = gazetteer;
  }

  /** Takes the traits of a token. */
  public interface Each {
    void take(int token, Traits traits);
  }

  /** Shows the traits of each token of the text in turn. */
  public void observe(Marked text, Each each) {
    List<Unit> all = units.of(text);
    Token[] tokens = text.tokens();
    int[] unitOf = new int[tokens.length];
    for (int u = 0; u < all.size(); u++) {
      int end = u + 1 < all.size() ? all.get(u + 1).index() : tokens.length;
      for (int i = all.get(u).index(); i < end; i++) {
        unitOf[i] = u;
      }
    }
    int[] toName = distances(all);
    for (int i = 0; i < tokens.length; i++) {
      each.take(i, observe(tokens, i, all, unitOf[i], toName));
    }
  }

  /** How many units away the nearest forename stands, before negative. */
  private static int[] distances(List<Unit> units) {
    int[] distance = new int[units.size()];
    for (int i = 0; i < distance.length; i++) {
      int best = 99;
      for (int j = Math.max(0, i - 12); j < Math.min(distance.length, i + 13); j++) {
        if (units.get(j).name().equals("<FN>") && Math.abs(j - i) < Math.abs(best)) {
          best = j - i;
        }
      }
      distance[i] = best;
    }
    return distance;
  }

  private Traits observe(Token[] tokens, int i, List<Unit> all, int u, int[] toName) {
    Traits traits = new Traits(EXPECTED);
    Token token = tokens[i];
    Unit unit = all.get(u);
    put(traits, BACK, unit.back());
    put(traits, WORD, unit.word());
    put(traits, SHAPES[2 * token.shape().ordinal() + (token.sentence() ? 1 : 0)]);
    put(traits, MARKS[unit.mark().ordinal()]);
    for (int each : token.classes()) {
      put(traits, ofClass[each]);
    }
    put(traits, NAMES[8 * token.shape().ordinal() + gazetteer.plainKinds(token.word())]);
    long near = NEAR[FAR + Math.max(-FAR, Math.min(FAR, toName[u]))];
    put(traits, near);
    put(traits, near, unit.back());
    around(traits, all, u);
    if (token.kind() == Kind.WORD && unit.name().isEmpty()) {
      String word = token.word();
      put(traits, Hash.of("end " + word.substring(Math.max(0, word.length() - 3))));
    }
    return traits;
  }

  private static void around(Traits traits, List<Unit> all, int u) {
    for (int step = -REACH; step <= REACH; step++) {
      if (step == 0 || u + step < 0 || u + step >= all.size()) {
        continue;
      }
      Unit other = all.get(u + step);
      put(traits, BACK_AT[REACH + step], other.back());
      if (Math.abs(step) <= 2) {
        put(traits, WORD_AT[REACH + step], other.word());
        put(traits, BOTH_AT[REACH + step], Hash.of(other.back(), all.get(u).back()));
      }
      boolean same = other.token().clause() == all.get(u).token().clause();
      put(traits, (step < 0 ? BEFORE : AFTER)[same ? 1 : 0], other.back());
    }
    long before = u > 0 ? all.get(u - 1).back() : 1;
    long after = u + 1 < all.size() ? all.get(u + 1).back() : 1;
    long two = u > 1 ? all.get(u - 2).back() : 1;
    long next = u + 2 < all.size() ? all.get(u + 2).back() : 1;
    long self = all.get(u).back();
    put(traits, THREE, Hash.of(Hash.of(before, self), after));
    put(traits, LEFT, Hash.of(Hash.of(two, before), self));
    put(traits, RIGHT, Hash.of(Hash.of(self, after), next));
  }

  private static void put(Traits traits, long trait) {
    traits.add(Group.WORDS, trait, 0);
  }

  private static void put(Traits traits, long kind, long value) {
    traits.add(Group.WORDS, Hash.of(kind, value), 0);
  }

  private static long[] hashes(int count, IntFunction<String> name) {
    return IntStream.range(0, count).mapToLong(i -> Hash.of(name.apply(i))).toArray();
  }

  /** One for each step from {@code -REACH} to {@code REACH}. */
  private static long[] steps(String name) {
    return hashes(2 * REACH + 1, i -> name + (i - REACH));
  }

  /** What the gazetteer says of a word, as it is written in the name of a trait. */
  private static String kinds(int kinds) {
    return "" + Gazetteer.isForename(kinds) + Gazetteer.isSurname(kinds) + Gazetteer.isWord(kinds);
  }
}
