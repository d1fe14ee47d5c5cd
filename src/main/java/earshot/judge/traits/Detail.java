package earshot.judge.traits;

import earshot.judge.names.Gazetteer;
import earshot.judge.text.Kind;
import earshot.judge.text.Token;
import earshot.judge.text.WordClasses;
import earshot.judge.traits.Traits.Group;
import earshot.judge.view.Marked;
import earshot.judge.weigh.Hash;
import java.util.List;

/** The traits of each token, to tell whether it is one of the words that identify a child. */
public final class Detail {
  private static final int REACH = 4;

  private final Units units;
  private final WordClasses classes;
  private final Gazetteer gazetteer;

  public Detail(WordClasses classes, Gazetteer gazetteer) {
    this.units = new Units(classes, gazetteer);
    this.classes = classes;
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
    Traits traits = new Traits(64);
    Token token = tokens[i];
    Unit unit = all.get(u);
    put(traits, "back", unit.back());
    put(traits, "word", unit.word());
    put(traits, "shape " + token.shape() + token.sentence());
    put(traits, "mark " + unit.mark());
    for (int each : token.classes()) {
      put(traits, "class " + classes.name(each));
    }
    put(
        traits,
        "name "
            + gazetteer.isForename(token.word())
            + gazetteer.isSurname(token.word())
            + gazetteer.isWord(token.word())
            + token.shape());
    int near = Math.max(-9, Math.min(9, toName[u]));
    put(traits, "to name " + near);
    put(traits, "to name " + near, unit.back());
    around(traits, all, u);
    if (token.kind() == Kind.WORD && unit.name().isEmpty()) {
      String word = token.word();
      put(traits, "end " + word.substring(Math.max(0, word.length() - 3)));
    }
    return traits;
  }

  private static void around(Traits traits, List<Unit> all, int u) {
    for (int step = -REACH; step <= REACH; step++) {
      if (step == 0 || u + step < 0 || u + step >= all.size()) {
        continue;
      }
      Unit other = all.get(u + step);
      put(traits, "back at " + step, other.back());
      if (Math.abs(step) <= 2) {
        put(traits, "word at " + step, other.word());
        put(traits, "both at " + step, Hash.of(other.back(), all.get(u).back()));
      }
      boolean same = other.token().clause() == all.get(u).token().clause();
      put(traits, (step < 0 ? "before " : "after ") + same, other.back());
    }
    long before = u > 0 ? all.get(u - 1).back() : 1;
    long after = u + 1 < all.size() ? all.get(u + 1).back() : 1;
    long two = u > 1 ? all.get(u - 2).back() : 1;
    long next = u + 2 < all.size() ? all.get(u + 2).back() : 1;
    long self = all.get(u).back();
    put(traits, "three", Hash.of(Hash.of(before, self), after));
    put(traits, "left", Hash.of(Hash.of(two, before), self));
    put(traits, "right", Hash.of(Hash.of(self, after), next));
  }

  private static void put(Traits traits, String name) {
    traits.add(Group.WORDS, Hash.of(name), 0);
  }

  private static void put(Traits traits, String name, long value) {
    traits.add(Group.WORDS, Hash.of(Hash.of(name), value), 0);
  }
}
