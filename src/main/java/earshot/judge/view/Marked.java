package earshot.judge.view;

import earshot.judge.text.Token;

/**
 * A text's tokens with what each is to the school.
 *
 * @param tokens the tokens
 * @param marks the mark of each
 * @param ends where the marked words that start at a token end (exclusive); its own index + 1 else
 * @param people which are parts of persons' names, as {@link earshot.judge.names.NameTagger} tags
 */
public record Marked(Token[] tokens, Mark[] marks, int[] ends, byte[] people) {
  public boolean has(Mark mark) {
    for (Mark each : marks) {
      if (each == mark) {
        return true;
      }
    }
    return false;
  }
}
