package earshot.judge.traits;

import earshot.judge.names.Gazetteer;
import earshot.judge.text.Kind;
import earshot.judge.text.Token;
import earshot.judge.text.WordClasses;
import earshot.judge.traits.Traits.Group;
import earshot.judge.view.Mark;
import earshot.judge.weigh.Hash;
import java.util.List;

/** Gathers the traits of a post: words, classes, letters, pairs in a clause, circumstances. */
public final class Observer {
  private static final int PAIR_REACH = 8;
  private static final int FEW = 200;
  private static final int PER_UNIT = 22;
  private static final long SKIP = Hash.of("<skip>");
  private static final long START = Hash.of("<start>");
  private static final long CONTEXT = Hash.of("<context>");
  private static final long MIXED = Hash.of("<mixed>");

  private final Units units;
  private final Circumstances circumstances;

  public Observer(WordClasses classes, Gazetteer gazetteer) {
    units = new Units(classes, gazetteer);
    circumstances = new Circumstances(classes);
  }

  public Traits observe(Reading reading) {
    List<Unit> text = units.of(reading.text());
    Traits traits = new Traits(FEW + PER_UNIT * text.size());
    List<Unit> context = units.of(reading.context());
    words(traits, text);
    classes(traits, text);
    pairs(traits, text);
    letters(traits, text);
    context(traits, context);
    circumstances.add(traits, reading, text, context, units.of(reading.author()));
    return traits;
  }

  private static void words(Traits traits, List<Unit> units) {
    long one = START;
    long two = START;
    for (Unit unit : units) {
      long word = unit.word();
      traits.add(Group.WORDS, word, unit.index());
      traits.add(Group.WORDS, Hash.of(one, word), unit.index());
      traits.add(Group.WORDS, Hash.of(Hash.of(two, one), word), unit.index());
      two = one;
      one = word;
    }
  }

  private static void classes(Traits traits, List<Unit> units) {
    long one = START;
    long two = START;
    long three = START;
    long wordBefore = START;
    for (Unit unit : units) {
      long back = unit.back();
      int at = unit.index();
      for (int each : unit.token().classes()) {
        traits.add(Group.CLASSES, Hash.mix(each + 1), at);
      }
      traits.add(Group.CLASSES, Hash.of(one, back), at);
      traits.add(Group.CLASSES, Hash.of(Hash.of(two, one), back), at);
      traits.add(Group.CLASSES, Hash.of(Hash.of(Hash.of(three, two), one), back), at);
      traits.add(Group.CLASSES, Hash.of(Hash.of(wordBefore, MIXED), back), at);
      traits.add(Group.CLASSES, Hash.of(Hash.of(one, MIXED), unit.word()), at);
      traits.add(Group.CLASSES, Hash.of(Hash.of(two, SKIP), back), at);
      three = two;
      two = one;
      one = back;
      wordBefore = unit.word();
    }
  }

  /** Telling words that stand near each other in one clause, in either order. */
  private static void pairs(Traits traits, List<Unit> units) {
    for (int i = 0; i < units.size(); i++) {
      Unit unit = units.get(i);
      if (!unit.telling()) {
        continue;
      }
      int limit = Math.max(0, i - PAIR_REACH);
      for (int j = i - 1; j >= limit; j--) {
        Unit other = units.get(j);
        if (other.telling()) {
          boolean same = other.token().clause() == unit.token().clause();
          long pair = Hash.of(other.back(), unit.back());
          traits.add(Group.PAIRS, same ? pair : Hash.of(pair, SKIP), unit.index());
        }
      }
    }
  }

  private static void letters(Traits traits, List<Unit> units) {
    StringBuilder padded = new StringBuilder(24);
    for (Unit unit : units) {
      Token token = unit.token();
      if (!unit.name().isEmpty() || token.kind() != Kind.WORD && token.kind() != Kind.HASHTAG) {
        continue;
      }
      padded.setLength(0);
      padded.append('<').append(token.word()).append('>');
      int length = Math.min(padded.length(), 20);
      for (int from = 0; from + 3 <= length; from++) {
        for (int to = from + 3; to <= Math.min(length, from + 5); to++) {
          traits.add(Group.LETTERS, Hash.of(padded, from, to), unit.index());
        }
      }
    }
  }

  private static void context(Traits traits, List<Unit> units) {
    long one = START;
    long oneWord = START;
    for (Unit unit : units) {
      traits.add(Group.CONTEXT, Hash.of(CONTEXT, unit.word()), -1);
      traits.add(Group.CONTEXT, Hash.of(CONTEXT, Hash.of(oneWord, unit.word())), -1);
      if (unit.telling() && unit.mark() == Mark.NONE) {
        traits.add(Group.CONTEXT, Hash.of(CONTEXT, Hash.of(unit.back(), SKIP)), -1);
      }
      traits.add(Group.CONTEXT, Hash.of(CONTEXT, Hash.of(one, unit.back())), -1);
      one = unit.back();
      oneWord = unit.word();
    }
  }
}
