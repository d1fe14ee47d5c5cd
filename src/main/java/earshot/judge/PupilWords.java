package earshot.judge;

import earshot.judge.text.Kind;
import earshot.judge.text.Token;
import earshot.judge.traits.Traits;
import earshot.judge.view.Marked;
import earshot.judge.weigh.Question;
import earshot.judge.weigh.Weights;
import java.util.ArrayList;
import java.util.List;

/** Finds the words that together identify a child, in a post that does. */
final class PupilWords {
  private final Model model;

  PupilWords(Model model) {
    this.model = model;
  }

  List<Span> in(String text, Marked marked) {
    Token[] tokens = marked.tokens();
    float[] probabilities = probabilities(marked);
    Question asked = model.details().questions().get(0);
    boolean[] inside = new boolean[tokens.length];
    int best = -1;
    for (int i = 0; i < tokens.length; i++) {
      inside[i] = probabilities[i] >= asked.threshold() && tokens[i].kind() != Kind.PUNCTUATION;
      if (best < 0 || probabilities[i] > probabilities[best]) {
        best = i;
      }
    }
    if (best >= 0) {
      inside[best] = true;
    }
    return spans(text, tokens, inside);
  }

  float[] probabilities(Marked marked) {
    Weights weights = model.details();
    float[] probabilities = new float[marked.tokens().length];
    model
        .detail()
        .observe(marked, (token, traits) -> probabilities[token] = probability(weights, traits));
    return probabilities;
  }

  private static float probability(Weights weights, Traits traits) {
    float[] sums = weights.start();
    float share = traits.shares()[0];
    for (int i = 0; i < traits.size(); i++) {
      int row = weights.row(traits.hash(i));
      if (row >= 0) {
        weights.add(row, share, sums);
      }
    }
    return weights.questions().get(0).probability(sums[0]);
  }

  /** Joins words that stand side by side. */
  private static List<Span> spans(String text, Token[] tokens, boolean[] inside) {
    List<Span> spans = new ArrayList<>();
    int i = 0;
    while (i < tokens.length) {
      if (!inside[i]) {
        i++;
        continue;
      }
      int end = i;
      while (joins(tokens, inside, end)) {
        end = inside[end + 1] ? end + 1 : end + 2;
      }
      int to = Math.min(text.length(), tokens[end].end());
      spans.add(new Span(Math.min(tokens[i].start(), to), to));
      i = end + 1;
    }
    return spans;
  }

  private static boolean joins(Token[] tokens, boolean[] inside, int end) {
    if (end + 1 >= tokens.length) {
      return false;
    }
    if (inside[end + 1]) {
      return true;
    }
    boolean bridge = tokens[end + 1].word().equals("-") || tokens[end + 1].word().equals("'s");
    return bridge && end + 2 < tokens.length && inside[end + 2];
  }
}
