package earshot.judge.traits;

import earshot.judge.text.Tokeniser;
import earshot.judge.weigh.Hash;

/** The traits of a plain bag of words and pairs of words: the baseline. */
public final class PlainWords {
  private PlainWords() {}

  public static Traits of(String text) {
    Traits traits = new Traits(256);
    String last = "";
    for (String word : Tokeniser.words(text)) {
      traits.add(Traits.Group.WORDS, Hash.of(word), 0);
      traits.add(Traits.Group.WORDS, Hash.of(last + ' ' + word), 0);
      last = word;
    }
    return traits;
  }
}
